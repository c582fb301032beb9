/* What the twins share: vectors as wide as the machine's, the two neuron types, and what a workload is. */
#pragma once
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __AVX__
#include <immintrin.h>
#endif

#ifdef __AVX512F__
enum { LANES = 8 };

typedef double vec __attribute__((vector_size(64)));
typedef __mmask8 mask;
static inline vec all(double x) { return _mm512_set1_pd(x); }
static inline mask above(vec a, vec b) { return _mm512_cmp_pd_mask(a, b, _CMP_GT_OQ); }
static inline mask reaches(vec a, vec b) { return _mm512_cmp_pd_mask(a, b, _CMP_GE_OQ); }
static inline vec choose(mask m, vec a, vec b) { return _mm512_mask_blend_pd(m, b, a); }
static inline vec add_where(mask m, vec sum, vec a) { return _mm512_mask_add_pd(sum, m, sum, a); }
static inline vec higher(vec a, vec b) { return _mm512_max_pd(a, b); }
static inline vec lower(vec a, vec b) { return _mm512_min_pd(a, b); }
static inline uint8_t bits(mask m) { return m; }
static inline double sum(vec x) { return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7])); }
#else
enum { LANES = 4 };

typedef double vec __attribute__((vector_size(32)));
static inline vec all(double x) { return (vec){ x, x, x, x }; }
static inline double sum(vec x) { return (x[0] + x[2]) + (x[1] + x[3]); }

#ifdef __AVX__
typedef vec mask;
static inline mask above(vec a, vec b) { return _mm256_cmp_pd(a, b, _CMP_GT_OQ); }
static inline mask reaches(vec a, vec b) { return _mm256_cmp_pd(a, b, _CMP_GE_OQ); }
static inline vec choose(mask m, vec a, vec b) { return _mm256_blendv_pd(b, a, m); }
static inline vec add_where(mask m, vec sum, vec a) { return sum + _mm256_and_pd(a, m); }
static inline vec higher(vec a, vec b) { return _mm256_max_pd(a, b); }
static inline vec lower(vec a, vec b) { return _mm256_min_pd(a, b); }
static inline uint8_t bits(mask m) { return (uint8_t)_mm256_movemask_pd(m); }
#else
typedef int64_t mask __attribute__((vector_size(32)));
static inline mask above(vec a, vec b) { return a > b; }
static inline mask reaches(vec a, vec b) { return a >= b; }
static inline vec choose(mask m, vec a, vec b) { return (vec)(((mask)a & m) | ((mask)b & ~m)); }
static inline vec add_where(mask m, vec sum, vec a) { return sum + (vec)((mask)a & m); }
static inline vec higher(vec a, vec b) { return choose(a > b, a, b); }
static inline vec lower(vec a, vec b) { return choose(a < b, a, b); }
static inline uint8_t bits(mask m) { return (uint8_t)((m[0] & 1) | (m[1] & 2) | (m[2] & 4) | (m[3] & 8)); }
#endif
#endif

/* As many lanes as hold so many neurons. */
#define LANES_OF(count) (((count) + LANES - 1) / LANES * LANES)

static inline vec load(const double *p) { return *(const vec *)p; }
static inline void store(double *p, vec x) { *(vec *)p = x; }

static inline double lowpass(double y, double x, double decay) { return decay * y + (1 - decay) * x; }
static inline vec lowpass_lanes(vec y, vec x, double decay) { return all(decay) * y + all(1 - decay) * x; }

/* A step of LIF neurons; the second state is exp((refractory time - dt) / tau_rc), which needs no logarithm. */
static inline __attribute__((always_inline)) mask lif_step(vec *v, vec *u, vec current)
{
    const vec decay = all(exp(-0.001 / 0.02)), lost = all(exp(0.002 / 0.02));
    vec refractory = higher(*u * decay, decay);
    vec next = (*v - current) * lower(refractory, all(1)) + current;
    mask spiked = above(next, all(1));
    *u = choose(spiked, lost * (current - next) / (current - all(1)), refractory);
    *v = choose(spiked, all(0), higher(next, all(0)));
    return spiked;
}

/*
 * A step of Izhikevich neurons: voltage and recovery. With NENGO_ROUNDINGS, each operation of Nengo's with a rounding of its own, dt / tau among
 * them; gcc is then told not to fuse products and sums.
 */
static inline __attribute__((always_inline)) mask izhikevich_step(vec *v, vec *u, vec current)
{
    current = higher(all(-30), current);
#ifdef NENGO_ROUNDINGS
    const vec per_second = all(1000), dt = all(0.001);
    vec next = *v + (all(0.04) * (*v * *v) + all(5) * *v + all(140) - *u + current) * per_second * dt;
#else
    vec next = *v * (all(6) + all(0.04) * *v) + (all(140) - *u + current);
#endif
    mask spiked = reaches(next, all(30));
    next = choose(spiked, all(-65), next);
#ifdef NENGO_ROUNDINGS
    vec recovery = *u + all(0.02) * (all(0.2) * next - *u) * per_second * dt;
#else
    vec recovery = *u + all(0.02) * (all(0.2) * next - *u);
#endif
    *v = next;
    *u = choose(spiked, recovery + all(8), recovery);
    return spiked;
}

static const double Dt = 0.001;

typedef struct
{
    const char *name;
    /* Reads the numbers of the model's neurons, and takes memory for what the steps record. */
    void (*prepare)(FILE *parameters, int steps);
    void (*restart)(void);
    void (*run)(int steps);
    /* A number by which the caller sees that the twin computes what the model does. */
    double (*check)(int steps);
} workload;

extern const workload small_workloads[3], recurrent_workloads[3], array_workloads[2], learned_workloads[1], current_workloads[2];

/* Memory at a place of its own within a page: a load never waits for a store 4 KiB away. */
double *take_memory(size_t count);

/* A row of the parameters, of so many numbers; the program ends where it has others. */
double *read_row(FILE *parameters, size_t count);

/* The root of the mean square. */
double root_mean_square(const double *values, size_t count);
