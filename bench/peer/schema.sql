-- The peer's own database: the tables behind the measured work, with the same truth (keys, events, heads, history).

CREATE TYPE uuidrange AS RANGE (subtype = uuid);

CREATE TABLE person (
    id uuid PRIMARY KEY, email text NOT NULL, name text NOT NULL, initials text NOT NULL, phone text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX person_email ON person (lower(email));

CREATE TABLE session (
    id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, expires_at timestamptz NOT NULL, ended_at timestamptz
);

CREATE TABLE socket_ticket (
    token_hash bytea PRIMARY KEY, session_id uuid NOT NULL REFERENCES session,
    expires_at timestamptz NOT NULL, used_at timestamptz
);

CREATE TABLE center (
    id uuid PRIMARY KEY, name text NOT NULL, zone text NOT NULL, currency text NOT NULL,
    opens_at time NOT NULL, closes_at time NOT NULL
);

CREATE TABLE membership (
    person_id uuid NOT NULL REFERENCES person, center_id uuid NOT NULL REFERENCES center,
    role text NOT NULL CHECK (role IN ('staff', 'technician', 'admin')), PRIMARY KEY (person_id, center_id, role)
);

CREATE TABLE vehicle (
    id uuid PRIMARY KEY, owner_id uuid NOT NULL REFERENCES person, kind text NOT NULL, vin text NOT NULL, plate text NOT NULL,
    make text NOT NULL, model text NOT NULL, year int NOT NULL, battery_capacity numeric(6, 1), mileage int NOT NULL
);
CREATE UNIQUE INDEX vehicle_vin ON vehicle (vin);
CREATE INDEX vehicle_owner ON vehicle (owner_id);

CREATE TABLE service (
    id uuid PRIMARY KEY, name text NOT NULL, base_price numeric(12, 2) NOT NULL, minutes int NOT NULL, is_active bool NOT NULL
);

CREATE TABLE resource (
    id uuid PRIMARY KEY, center_id uuid NOT NULL REFERENCES center, kind text NOT NULL CHECK (kind IN ('bay', 'technician')),
    name text NOT NULL, person_id uuid REFERENCES person
);

CREATE SEQUENCE appointment_number;
CREATE TABLE appointment (
    id uuid PRIMARY KEY, number text NOT NULL, version int NOT NULL DEFAULT 1, status text NOT NULL,
    center_id uuid NOT NULL REFERENCES center, customer_id uuid NOT NULL REFERENCES person,
    vehicle_id uuid NOT NULL REFERENCES vehicle, bay_id uuid REFERENCES resource, technician_id uuid REFERENCES resource,
    scheduled_start timestamptz NOT NULL, scheduled_end timestamptz NOT NULL, notes text NOT NULL DEFAULT '',
    total_amount numeric(12, 2) NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL
);
CREATE INDEX appointment_customer ON appointment (customer_id, scheduled_start);
CREATE INDEX appointment_center ON appointment (center_id, scheduled_start);
CREATE INDEX appointment_status ON appointment (status);

CREATE TABLE appointment_line (
    id uuid PRIMARY KEY, appointment_id uuid NOT NULL REFERENCES appointment, service_id uuid NOT NULL REFERENCES service,
    name text NOT NULL, quantity int NOT NULL, price numeric(12, 2) NOT NULL
);
CREATE INDEX appointment_line_of ON appointment_line (appointment_id);

CREATE TABLE booking (
    id uuid PRIMARY KEY, resource_id uuid NOT NULL REFERENCES resource, appointment_id uuid NOT NULL REFERENCES appointment,
    period tstzrange NOT NULL, state text NOT NULL,
    CONSTRAINT booking_overlap EXCLUDE USING gist (uuidrange(resource_id, resource_id, '[]') WITH &&, period WITH &&)
        WHERE (state = 'active')
);
CREATE INDEX booking_appointment ON booking (appointment_id);

CREATE TABLE job (
    id uuid PRIMARY KEY, number text NOT NULL, version int NOT NULL DEFAULT 1, stage text NOT NULL,
    center_id uuid NOT NULL REFERENCES center, customer_id uuid NOT NULL REFERENCES person,
    vehicle_id uuid NOT NULL REFERENCES vehicle, bay_id uuid REFERENCES resource, appointment_id uuid REFERENCES appointment,
    title text NOT NULL, concern text NOT NULL, mileage_in int, charge_in int, received_at timestamptz NOT NULL,
    started_at timestamptz, ready_at timestamptz, window_from timestamptz, window_to timestamptz, window_reason text,
    total numeric(12, 2) NOT NULL DEFAULT 0, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL
);
CREATE INDEX job_center ON job (center_id, created_at DESC, id DESC);

CREATE TABLE work_item (
    id uuid PRIMARY KEY, job_id uuid NOT NULL REFERENCES job, version int NOT NULL DEFAULT 1, position int NOT NULL,
    name text NOT NULL, kind text NOT NULL, status text NOT NULL, technician_id uuid REFERENCES person, estimate int NOT NULL,
    clocked int NOT NULL DEFAULT 0, authorised_at timestamptz, price numeric(12, 2) NOT NULL
);
CREATE INDEX work_item_job ON work_item (job_id, position);

CREATE TABLE step (
    id uuid PRIMARY KEY, job_id uuid NOT NULL REFERENCES job, item_id uuid NOT NULL REFERENCES work_item,
    version int NOT NULL DEFAULT 1, position int NOT NULL, name text NOT NULL, outside_name text NOT NULL,
    instructions text NOT NULL, status text NOT NULL, mandatory bool NOT NULL, safety bool NOT NULL, estimate int NOT NULL,
    technician_id uuid REFERENCES person, started_at timestamptz, running_since timestamptz, completed_at timestamptz,
    clocked int NOT NULL DEFAULT 0, notes text NOT NULL DEFAULT ''
);
CREATE INDEX step_job ON step (job_id, position);
CREATE INDEX step_item ON step (item_id, position);

CREATE TABLE hold (
    id uuid PRIMARY KEY, job_id uuid NOT NULL REFERENCES job, item_id uuid REFERENCES work_item, kind text NOT NULL,
    reason text NOT NULL, since timestamptz NOT NULL, released_at timestamptz
);
CREATE INDEX hold_job ON hold (job_id);

CREATE TABLE time_entry (
    id uuid PRIMARY KEY, job_id uuid NOT NULL REFERENCES job, item_id uuid NOT NULL REFERENCES work_item,
    step_id uuid NOT NULL REFERENCES step, technician_id uuid NOT NULL REFERENCES person,
    started_at timestamptz NOT NULL, ended_at timestamptz
);
CREATE INDEX time_entry_step ON time_entry (step_id);
CREATE UNIQUE INDEX time_entry_one_clock ON time_entry (technician_id) WHERE ended_at IS NULL;

CREATE TABLE maintenance_record (
    id uuid PRIMARY KEY, vehicle_id uuid NOT NULL REFERENCES vehicle, service_date date NOT NULL, mileage int NOT NULL,
    service_type text NOT NULL, description text NOT NULL, cost numeric(12, 2) NOT NULL, next_service_due date
);
CREATE INDEX maintenance_record_vehicle ON maintenance_record (vehicle_id, service_date DESC);

CREATE TABLE maintenance_line (
    id uuid PRIMARY KEY, record_id uuid NOT NULL REFERENCES maintenance_record, position int NOT NULL, kind text NOT NULL,
    name text NOT NULL, quantity numeric(8, 2) NOT NULL, price numeric(12, 2) NOT NULL
);
CREATE INDEX maintenance_line_record ON maintenance_line (record_id, position);

CREATE TABLE stream_head (stream text PRIMARY KEY, seq bigint NOT NULL, oldest bigint NOT NULL DEFAULT 1);

CREATE TABLE event (
    stream text NOT NULL, seq bigint NOT NULL, kind text NOT NULL, subject text NOT NULL, subject_id uuid NOT NULL,
    version int NOT NULL, actor_id uuid, at timestamptz NOT NULL, data text NOT NULL, PRIMARY KEY (stream, seq)
);
CREATE INDEX event_subject ON event (stream, subject, subject_id, seq);

CREATE TABLE idempotency (
    person_id uuid NOT NULL, key uuid NOT NULL, fingerprint bytea NOT NULL, status int NOT NULL, answer text NOT NULL,
    at timestamptz NOT NULL, PRIMARY KEY (person_id, key)
);

-- History: every version of a row a person can change, written by the database itself.
DO $$
DECLARE
    tracked text;
BEGIN
    FOREACH tracked IN ARRAY ARRAY['appointment', 'appointment_line', 'booking', 'job', 'work_item', 'step', 'hold', 'time_entry']
    LOOP
        EXECUTE format('CREATE TABLE %1$I (history_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            history_at timestamptz NOT NULL, history_actor uuid, history_verb text NOT NULL, LIKE %2$I)', tracked || '_history', tracked);
        EXECUTE format('CREATE INDEX ON %I (id)', tracked || '_history');
        EXECUTE format('CREATE FUNCTION %1$I() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
                INSERT INTO %2$I OVERRIDING SYSTEM VALUE
                SELECT nextval(%3$L), now(), nullif(current_setting(''peer.actor'', true), '''')::uuid, TG_OP, NEW.*;
                RETURN NULL;
            END $body$', 'keep_' || tracked, tracked || '_history',
            pg_get_serial_sequence(tracked || '_history', 'history_id'));
        EXECUTE format('CREATE TRIGGER keep_history AFTER INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION %I()',
            tracked, 'keep_' || tracked);
    END LOOP;
END $$;
