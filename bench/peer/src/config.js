// Read what the environment settles: where to listen, which stores, which secret.
function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; the peer is started by the bench`);
  return value;
}

export const config = {
  port: Number(required("PORT")),
  databaseUrl: required("DATABASE_URL"),
  redisUrl: required("REDIS_URL"),
  secret: required("JWT_SECRET"),
  poolSize: Number(process.env.POOL_SIZE ?? 16),
};
