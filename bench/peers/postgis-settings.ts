/** Two workers on two cores: what the machine of the stated figures has. */
export const PARALLEL_WORKERS = 2;

/**
 * Settings that speak for the server: memory for indexes and sorts, every plan that can be parallel is, nothing waits for the
 * disk. Just-in-time compilation is off because it only ever cost time in these queries.
 */
export const settings = {
  listen_addresses: "''",
  shared_buffers: '1GB',
  work_mem: '256MB',
  maintenance_work_mem: '256MB',
  effective_cache_size: '4GB',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '8GB',
  max_worker_processes: '8',
  max_parallel_workers: String(PARALLEL_WORKERS),
  max_parallel_workers_per_gather: String(PARALLEL_WORKERS),
  min_parallel_table_scan_size: '0',
  min_parallel_index_scan_size: '0',
  parallel_setup_cost: '0',
  parallel_tuple_cost: '0.001',
  // Small /dev/shm of containers would fail parallel joins.
  dynamic_shared_memory_type: 'mmap',
} as const;

/** The same, for people. */
export const settingsText = `shared_buffers ${settings.shared_buffers}, work_mem ${settings.work_mem}, jit off, fsync off`;
