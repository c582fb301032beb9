/* W9: a million neurons with currents of their own. Where five streams of 8 MB are wider than the caches, memory is the limit. */
#include "twin.h"

enum { NEURONS = 1000000 };

static double *current, *v, *u, *v_at_start, *u_at_start;

static void prepare(FILE *file, int steps)
{
    (void)steps;
    current = read_row(file, NEURONS);
    read_row(file, NEURONS); /* encoders of nothing, and decoders that nothing reads */
    read_row(file, NEURONS);
    v_at_start = read_row(file, NEURONS);
    u_at_start = read_row(file, NEURONS);
    v = take_memory(NEURONS);
    u = take_memory(NEURONS);
}

static void restart(void)
{
    memcpy(v, v_at_start, NEURONS * sizeof(double));
    memcpy(u, u_at_start, NEURONS * sizeof(double));
}

static inline __attribute__((always_inline)) void run(int steps, mask (*step_neurons)(vec *, vec *, vec))
{
    for (int step = 0; step < steps; step++)
    {
#pragma GCC unroll 4
        for (int i = 0; i < NEURONS; i += LANES)
        {
            vec voltage = load(v + i), state = load(u + i);
            step_neurons(&voltage, &state, load(current + i));
            store(u + i, state);
            store(v + i, voltage);
        }
    }
}

static void run_izhikevich(int steps) { run(steps, izhikevich_step); }
static void run_lif(int steps) { run(steps, lif_step); }

static double voltages(int steps)
{
    (void)steps;
    return root_mean_square(v, NEURONS);
}

const workload current_workloads[2] = {
    { "W9I", prepare, restart, run_izhikevich, voltages },
    { "W9L", prepare, restart, run_lif, voltages },
};
