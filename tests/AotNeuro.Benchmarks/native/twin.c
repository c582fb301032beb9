/*
 * The benchmark's models by hand, for the compiler of the machine: the figure that generated code is measured against.
 * Usage: twin W1|W2|W3 <parameters> <steps> <repetitions>
 * Prints the median ns per step of the repetitions, the spikes of the first one and its last decoded value.
 *
 * As fast as we can write it: fused multiply-add where the machine has it, constants folded, loops of constant length, no checks.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LANES = 8, MAX_LANES = 104, MAX_NEURONS = 100 };

typedef double vec __attribute__((vector_size(64)));
typedef int64_t ints __attribute__((vector_size(64)));

#ifdef __AVX512F__
#include <immintrin.h>
typedef __mmask8 mask;
static inline mask above(vec a, vec b) { return _mm512_cmp_pd_mask(a, b, _CMP_GT_OQ); }
static inline mask reaches(vec a, vec b) { return _mm512_cmp_pd_mask(a, b, _CMP_GE_OQ); }
static inline vec choose(mask m, vec a, vec b) { return _mm512_mask_blend_pd(m, b, a); }
static inline vec keep(mask m, vec a) { return _mm512_maskz_mov_pd(m, a); }
static inline vec higher(vec a, vec b) { return _mm512_max_pd(a, b); }
static inline vec lower(vec a, vec b) { return _mm512_min_pd(a, b); }
static inline uint8_t bits(mask m) { return m; }
#else
typedef ints mask;
static inline mask above(vec a, vec b) { return a > b; }
static inline mask reaches(vec a, vec b) { return a >= b; }
static inline vec choose(mask m, vec a, vec b) { return (vec)(((ints)a & m) | ((ints)b & ~m)); }
static inline vec keep(mask m, vec a) { return (vec)((ints)a & m); }
static inline vec higher(vec a, vec b) { return choose(a > b, a, b); }
static inline vec lower(vec a, vec b) { return choose(a < b, a, b); }
static inline uint8_t bits(mask m)
{
    unsigned all = 0;
    for (int i = 0; i < LANES; i++) all |= (unsigned)(m[i] & 1) << i;
    return (uint8_t)all;
}
#endif

static inline vec all(double x) { return (vec){ x, x, x, x, x, x, x, x }; }
static inline vec load(const double *p) { return *(const vec *)p; }
static inline void store(double *p, vec x) { *(vec *)p = x; }

static inline double sum(vec x)
{
    return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

/* Rows begin at different places within a page: a load never waits for a store 4 KiB away. */
typedef struct
{
    double bias[MAX_LANES], encoder[MAX_LANES], decoder[MAX_LANES], v[MAX_LANES], u[MAX_LANES];
    uint8_t spikes[16];
} population __attribute__((aligned(64)));

static const double Dt = 0.001;
static population first, second, first_at_start, second_at_start;
static double *decoded_rows, *v_rows, *u_rows;
static uint8_t *spike_rows;

static inline __attribute__((always_inline)) double izhikevich(population *p, int lanes, double x)
{
    vec input = all(x), decoded = all(0);
#pragma GCC unroll 16
    for (int i = 0; i < lanes; i += LANES)
    {
        vec v = load(p->v + i), u = load(p->u + i);
        vec current = higher(all(-30), load(p->bias + i) + load(p->encoder + i) * input);
        vec next = v * (all(6) + all(0.04) * v) + (all(140) - u + current);
        mask spiked = reaches(next, all(30));
        next = choose(spiked, all(-65), next);
        u += all(0.02) * (all(0.2) * next - u);
        store(p->v + i, next);
        store(p->u + i, choose(spiked, u + all(8), u));
        decoded += keep(spiked, load(p->decoder + i));
        p->spikes[i / LANES] = bits(spiked);
    }

    return sum(decoded);
}

static inline __attribute__((always_inline)) double lif(population *p, int lanes, double x)
{
    const vec decay = all(exp(-0.001 / 0.02)), lost = all(exp(0.002 / 0.02));
    vec input = all(x), decoded = all(0);
#pragma GCC unroll 16
    for (int i = 0; i < lanes; i += LANES)
    {
        vec v = load(p->v + i);
        vec refractory = higher(load(p->u + i) * decay, decay);
        vec current = load(p->bias + i) + load(p->encoder + i) * input;
        vec next = (v - current) * lower(refractory, all(1)) + current;
        mask spiked = above(next, all(1));
        store(p->u + i, choose(spiked, lost * (current - next) / (current - all(1)), refractory));
        store(p->v + i, choose(spiked, all(0), higher(next, all(0))));
        decoded += keep(spiked, load(p->decoder + i));
    }

    return sum(decoded);
}

static inline double lowpass(double y, double x, double decay) { return decay * y + (1 - decay) * x; }

static void run_w1(int steps)
{
    const double short_decay = exp(-Dt / 0.005), long_decay = exp(-Dt / 0.03);
    double x = 0, y = 0;
    for (int step = 0; step < steps; step++)
    {
        double output = sin(2 * M_PI * ((step + 1) * Dt));
        double decoded = izhikevich(&first, 16, x);
        x = lowpass(x, output, short_decay);
        decoded_rows[step] = y;
        y = lowpass(y, decoded, long_decay);
        spike_rows[2 * step] = first.spikes[0];
        spike_rows[2 * step + 1] = first.spikes[1] & 3;
        memcpy(v_rows + 10 * (size_t)step, first.v, 10 * sizeof(double));
        memcpy(u_rows + 10 * (size_t)step, first.u, 10 * sizeof(double));
    }
}

static void run_w2(int steps)
{
    const double short_decay = exp(-Dt / 0.005), long_decay = exp(-Dt / 0.03);
    double x = 0, between = 0, y = 0;
    for (int step = 0; step < steps; step++)
    {
        double output = sin(2 * M_PI * ((step + 1) * Dt));
        double decoded = lif(&first, 104, x), decoded_second = lif(&second, 104, between);
        x = lowpass(x, output, short_decay);
        between = lowpass(between, decoded, short_decay);
        decoded_rows[step] = y;
        y = lowpass(y, decoded_second, long_decay);
    }
}

static void run_w3(int steps)
{
    const double short_decay = exp(-Dt / 0.005), long_decay = exp(-Dt / 0.03);
    double x = 0, between = 0, y = 0;
    for (int step = 0; step < steps; step++)
    {
        double output = sin(2 * M_PI * ((step + 1) * Dt));
        double decoded = izhikevich(&first, 32, x), decoded_second = izhikevich(&second, 32, between);
        x = lowpass(x, output, short_decay);
        between = lowpass(between, decoded, short_decay);
        decoded_rows[step] = y;
        y = lowpass(y, decoded_second, long_decay);
    }
}

static void read_row(FILE *file, double *row, int count)
{
    for (int i = 0; i < count; i++)
    {
        if (fscanf(file, "%lf", row + i) != 1) exit(2);
    }
}

static void read_population(FILE *file, population *p)
{
    int count;
    if (fscanf(file, "%d", &count) != 1) return;
    if (count > MAX_NEURONS) exit(2);
    read_row(file, p->bias, count);
    read_row(file, p->encoder, count);
    read_row(file, p->decoder, count);
    read_row(file, p->v, count);
    read_row(file, p->u, count);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **arguments)
{
    if (count != 5) return 2;
    int steps = atoi(arguments[3]), repetitions = atoi(arguments[4]);
    void (*run)(int) = arguments[1][1] == '1' ? run_w1 : arguments[1][1] == '2' ? run_w2 : run_w3;
    FILE *file = fopen(arguments[2], "r");
    if (!file) return 2;
    read_population(file, &first_at_start);
    read_population(file, &second_at_start);
    decoded_rows = calloc(steps, sizeof(double));
    v_rows = calloc(steps, 10 * sizeof(double));
    u_rows = calloc(steps, 10 * sizeof(double));
    spike_rows = calloc(steps, 2);

    double *times = calloc(repetitions, sizeof(double));
    for (int repetition = 0; repetition < repetitions; repetition++)
    {
        struct timespec start, end;
        first = first_at_start;
        second = second_at_start;
        clock_gettime(CLOCK_MONOTONIC, &start);
        run(steps);
        clock_gettime(CLOCK_MONOTONIC, &end);
        times[repetition] = ((end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec)) / steps;
    }

    int spikes = 0;
    for (int i = 0; i < 2 * steps; i++) spikes += __builtin_popcount(spike_rows[i]);
    qsort(times, repetitions, sizeof(double), by_value);
    printf("%.3f %d %.17g\n", times[repetitions / 2], spikes, decoded_rows[steps - 1]);
    return 0;
}
