"""The demo workshop as plain data: what it sells, who works there, and the day it is having."""
