"""The customers of Anna Nagar. Names, addresses and mail are invented; phones follow one made-up pattern."""

from typing import Final

from workshop.demo.data.people.spec import CustomerSpec

_NAMES_AND_ADDRESSES: Final = (
    ("Maria", "Joseph", "14 Shanthi Colony 4th Avenue, Anna Nagar, Chennai 600040"),
    ("Venkat", "Raman", "3 Lake View Road, West Mambalam, Chennai 600033"),
    ("Nisha", "Patel", "22 Taylors Road, Kilpauk, Chennai 600010"),
    ("Ramesh", "Iyer", "9 Luz Church Road, Mylapore, Chennai 600004"),
    ("Sameer", "Khan", "41 Velachery Bypass Road, Velachery, Chennai 600042"),
    ("Lydia", "Fernandes", "6 Santhome High Road, Santhome, Chennai 600004"),
    ("Anitha", "Devi", "17 Rue Dumas, White Town, Puducherry 605001"),
    ("Kavitha", "Menon", "28 Gandhi Mandapam Road, Kotturpuram, Chennai 600085"),
    ("Gautam", "Das", "5 Thirumangalam Road, Villivakkam, Chennai 600049"),
    ("Prakash", "Reddy", "33 Second Main Road, Ambattur Estate, Chennai 600058"),
    ("Hari", "Krishnan", "11 Nelson Manickam Road, Aminjikarai, Chennai 600029"),
    ("Thomas", "Varghese", "48 Harrington Road, Chetpet, Chennai 600031"),
    ("Ananya", "Sharma", "2 Boat Club Road, Raja Annamalai Puram, Chennai 600028"),
    ("Rohan", "Mehta", "19 Khader Nawaz Khan Road, Nungambakkam, Chennai 600034"),
    ("Pavithra", "Selvam", "7 Mogappair East Main Road, Mogappair, Chennai 600037"),
    ("Senthil", "Murugan", "52 Paper Mills Road, Perambur, Chennai 600011"),
    ("Ibrahim", "Rowther", "25 Big Street, Triplicane, Chennai 600005"),
    ("Keerthana", "Baskar", "13 Arcot Road, Vadapalani, Chennai 600026"),
    ("George", "Thomas", "36 Medavakkam Tank Road, Kilpauk, Chennai 600010"),
    ("Radha", "Krishnamurthy", "8 North Mada Street, Mylapore, Chennai 600004"),
    ("Elango", "Durai", "61 Poonamallee High Road, Maduravoyal, Chennai 600095"),
    ("Fathima", "Nasreen", "15 Royapettah High Road, Royapettah, Chennai 600014"),
    ("Bala", "Subramani", "44 Inner Ring Road, Koyambedu, Chennai 600107"),
    ("Chitra", "Ranganathan", "10 Besant Avenue, Adyar, Chennai 600020"),
)

CUSTOMERS: Final = tuple(
    CustomerSpec(
        code=f"{first}-{last}".lower(),
        first_name=first,
        last_name=last,
        email=f"{first}.{last}@example.com".lower(),
        phone=f"+9190000001{number:02d}",
        address=address,
        center="ANNA",
    )
    for number, (first, last, address) in enumerate(_NAMES_AND_ADDRESSES, start=1)
)
