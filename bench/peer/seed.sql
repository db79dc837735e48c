-- A workshop for the peer to run, with the days that lie behind it. Identifiers follow from names.

INSERT INTO center VALUES (md5('center')::uuid, 'Riverside EV Service', 'Europe/Berlin', 'EUR', '08:00', '18:00');
INSERT INTO stream_head VALUES ('center:' || md5('center')::uuid, 0);

INSERT INTO person (id, email, name, initials, phone)
SELECT md5(role || '-' || n)::uuid, role || n || '@riverside.example', initcap(role) || ' ' || n, upper(left(role, 1)) || n,
  '+4930555' || lpad(n::text, 4, '0')
FROM unnest(ARRAY['customer', 'technician', 'staff']) AS role, generate_series(0, 63) AS n;

INSERT INTO session (id, person_id, expires_at) SELECT md5('session-' || email)::uuid, id, now() + interval '1 day' FROM person;

INSERT INTO membership (person_id, center_id, role)
SELECT md5(role || '-' || n)::uuid, md5('center')::uuid, role
FROM unnest(ARRAY['technician', 'staff']) AS role, generate_series(0, 63) AS n;

INSERT INTO vehicle (id, owner_id, kind, vin, plate, make, model, year, battery_capacity, mileage)
SELECT md5('vehicle-' || n)::uuid, md5('customer-' || n)::uuid, 'car', 'WVWZZZE1ZMP' || lpad(n::text, 6, '0'), 'B-EV ' || 1000 + n,
  (ARRAY['Volkswagen', 'Hyundai', 'Renault', 'Kia'])[1 + mod(n, 4)], (ARRAY['ID.3', 'Ioniq 5', 'Zoe', 'EV6'])[1 + mod(n, 4)],
  2019 + mod(n, 6), 58, 20000 + 700 * n
FROM generate_series(0, 63) AS n;

INSERT INTO service (id, name, base_price, minutes, is_active)
SELECT md5('service-' || n)::uuid, (ARRAY['Battery health check', 'Brake fluid change', 'Cabin filter', 'Tyre rotation', 'Coolant check',
  'Charging port check'])[1 + mod(n, 6)], 49 + 10 * n, 30, true
FROM generate_series(0, 23) AS n;

INSERT INTO resource (id, center_id, kind, name, person_id)
SELECT md5('bay-' || n)::uuid, md5('center')::uuid, 'bay', 'Bay ' || n + 1, NULL FROM generate_series(0, 7) AS n
UNION ALL
SELECT md5('worker-' || n)::uuid, md5('center')::uuid, 'technician', 'Technician ' || n, md5('technician-' || n)::uuid
FROM generate_series(0, 63) AS n;

-- One vehicle with 40 visits behind it, among others with some.
INSERT INTO maintenance_record (id, vehicle_id, service_date, mileage, service_type, description, cost, next_service_due)
SELECT md5('record-' || v || '-' || n)::uuid, md5('vehicle-' || v)::uuid, current_date - 30 * n, 60000 - 1000 * n, 'general',
  'Yearly check with brake fluid and cabin filter; brakes measured, tyres at four millimetres.', 189.50, current_date + 300
FROM generate_series(0, 63) AS v, generate_series(1, CASE v WHEN 0 THEN 40 ELSE 6 END) AS n;
INSERT INTO maintenance_line (id, record_id, position, kind, name, quantity, price)
SELECT gen_random_uuid(), record.id, n, (ARRAY['labour', 'part', 'part'])[n], (ARRAY['Work on the brakes', 'Brake fluid DOT 4', 'Cabin filter'])[n],
  1, 20 * n
FROM maintenance_record AS record, generate_series(1, 3) AS n;

-- The days behind: bookings, finished jobs, their events.
INSERT INTO appointment (id, number, status, center_id, customer_id, vehicle_id, bay_id, technician_id, scheduled_start, scheduled_end,
  total_amount, created_at, updated_at)
SELECT md5('past-' || n)::uuid, 'P-' || n, 'fulfilled', md5('center')::uuid, md5('customer-' || mod(n, 64))::uuid,
  md5('vehicle-' || mod(n, 64))::uuid, md5('bay-' || mod(n, 8))::uuid, md5('worker-' || mod(n, 64))::uuid, start, start + interval '1 hour',
  189.50, start, start
FROM (SELECT n, date_trunc('day', now()) - interval '1 day' * (1 + n / 64) + interval '1 hour' * (8 + mod(n / 8, 8)) AS start
  FROM generate_series(0, 999) AS n) AS past;
INSERT INTO booking (id, resource_id, appointment_id, period, state)
SELECT gen_random_uuid(), resource_id, id, tstzrange(scheduled_start, scheduled_end), 'active'
FROM appointment, unnest(ARRAY[bay_id, technician_id]) AS resource_id;
INSERT INTO job (id, number, stage, center_id, customer_id, vehicle_id, bay_id, appointment_id, title, concern, received_at, created_at,
  updated_at)
SELECT md5('job-' || id)::uuid, number, 'closed', center_id, customer_id, vehicle_id, bay_id, id, 'Yearly check', '', scheduled_start,
  scheduled_start, scheduled_end
FROM appointment;
INSERT INTO work_item (id, job_id, position, name, kind, status, estimate, price)
SELECT md5('item-' || id)::uuid, id, 1, 'Yearly check', 'service', 'done', 60, 189.50 FROM job;
INSERT INTO step (id, job_id, item_id, position, name, outside_name, instructions, status, mandatory, safety, estimate)
SELECT gen_random_uuid(), job_id, id, n, 'Step ' || n, 'Step ' || n, '', 'verified', true, false, 15
FROM work_item, generate_series(1, 4) AS n;
INSERT INTO event (stream, seq, kind, subject, subject_id, version, at, data)
SELECT 'center:' || md5('center')::uuid, n, 'service:progress_updated', 'job', gen_random_uuid(), 1, now() - interval '1 hour', '{}'
FROM generate_series(1, 8000) AS n;
UPDATE stream_head SET seq = 8000;
ANALYZE;
