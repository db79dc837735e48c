-- New job cards, ready to be worked on: `each` for every technician, four steps to an item.

WITH card AS (
    SELECT md5(%(batch)s || '-' || t || '-' || j)::uuid AS id, t, j
    FROM generate_series(0, %(technicians)s - 1) AS t, generate_series(0, %(each)s - 1) AS j
), jobs AS (
    INSERT INTO job (id, number, stage, center_id, customer_id, vehicle_id, bay_id, title, concern, mileage_in, charge_in, received_at,
      total, created_at, updated_at)
    SELECT id, %(batch)s || '-' || t || '-' || j, 'queued', md5('center')::uuid, md5('customer-' || t)::uuid, md5('vehicle-' || t)::uuid,
      md5('bay-' || mod(t, 8))::uuid, 'Battery health check and more', 'Range has dropped since the cold days began', 43210, 64,
      clock_timestamp(), 389.00, clock_timestamp(), clock_timestamp()
    FROM card
), items AS (
    INSERT INTO work_item (id, job_id, position, name, kind, status, technician_id, estimate, authorised_at, price)
    SELECT md5(card.id || '-' || i)::uuid, card.id, i, 'Battery health check', 'service', 'pending', md5('technician-' || t)::uuid, 60,
      now(), 129.00
    FROM card, generate_series(0, (%(steps)s - 1) / 4) AS i
), holds AS (
    INSERT INTO hold (id, job_id, kind, reason, since) SELECT gen_random_uuid(), id, 'parts', 'Cabin filter on its way', now()
    FROM card WHERE mod(j, 4) = 0
)
INSERT INTO step (id, job_id, item_id, position, name, outside_name, instructions, status, mandatory, safety, estimate)
SELECT md5(card.id || '-step-' || s)::uuid, card.id, md5(card.id || '-' || s / 4)::uuid, s + 1, 'Measure the cells under load',
  'Your battery is being measured', 'Connect the tester, load for two minutes, note the lowest cell.', 'pending', true, false, 15
FROM card, generate_series(0, %(steps)s - 1) AS s;
