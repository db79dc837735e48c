// One vehicle's service history: its records with their lines, newest first.
import { pool, statement } from "./database.js";
import { notFound, sendJson, uuid } from "./problems.js";

const history = statement(
  "vehicle_history",
  `SELECT json_build_object('vehicle_id', vehicle.id, 'records', (
     SELECT coalesce(json_agg(json_build_object(
       'id', record.id, 'service_date', record.service_date, 'mileage', record.mileage, 'service_type', record.service_type,
       'description', record.description, 'cost', json_build_object('amount', record.cost::text, 'currency', 'EUR'),
       'next_service_due', record.next_service_due,
       'lines', (SELECT coalesce(json_agg(json_build_object(
           'kind', line.kind, 'name', line.name, 'quantity', line.quantity::text,
           'price', json_build_object('amount', line.price::text, 'currency', 'EUR')) ORDER BY line.position), '[]')
         FROM maintenance_line AS line WHERE line.record_id = record.id)) ORDER BY record.service_date DESC, record.id), '[]')
     FROM maintenance_record AS record WHERE record.vehicle_id = vehicle.id))::text AS text
   FROM vehicle WHERE vehicle.id = $1 AND vehicle.owner_id = $2`,
);

// GET /vehicles/:id/history, for the vehicle's owner.
export async function readHistory(request, response) {
  const [found] = await history(pool, uuid(request.params.id, "id"), request.actor.id);
  if (!found) throw notFound();
  sendJson(response, 200, found.text);
}
