/* arm.h: the neural model Arm as a C library. Written by AotNeuro when the library is built;
   changes are lost. Functions return ARM_OK, or a negative status, and arm_last_error then says
   more. A model belongs to one thread at a time; several models are independent. Numbers are
   doubles; nothing is printed, and no signal handler or locale is touched. */
#ifndef ARM_H
#define ARM_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32) && !defined(ARM_STATIC)
#define ARM_API __declspec(dllimport)
#else
#define ARM_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface, and a step in seconds. */
#define ARM_ABI_VERSION 1
#define ARM_DT 0.001

/* A model. What it points to is not memory of the host's. */
typedef struct arm_model arm_model;

/* What functions return. */
enum arm_status {
    /* done */
    ARM_OK = 0,
    /* the model is NULL, destroyed, or not a model of this kind */
    ARM_BAD_HANDLE = -1,
    /* a pointer is NULL, an index out of range, a count not the size, a number negative */
    ARM_BAD_ARGUMENT = -2,
    /* another thread is using the model, or a function of the model called back */
    ARM_BUSY = -3,
    /* the model cannot be built from its values */
    ARM_BUILD_FAILED = -4,
    /* a step failed; reset the model or restore a state */
    ARM_STEP_FAILED = -5,
    /* the state is cut short, altered or of another model; the model is as it was */
    ARM_STATE_REFUSED = -6,
    /* there is no memory, or there are 4,096 models */
    ARM_OUT_OF_MEMORY = -7,
    /* the model's own code failed, or is not ready for this */
    ARM_FAILED = -8
};

/* Inputs: what the host writes before a step. */
#define ARM_INPUT_COUNT 2
#define ARM_INPUT_VELOCITY 0
#define ARM_INPUT_VELOCITY_SIZE 2
#define ARM_INPUT_RELEASE 1
#define ARM_INPUT_RELEASE_SIZE 1

/* Outputs: what the host reads after a step. */
#define ARM_OUTPUT_COUNT 1
#define ARM_OUTPUT_POSITION 0
#define ARM_OUTPUT_POSITION_SIZE 2

/* Probes: what the model records. */
#define ARM_PROBE_COUNT 1
#define ARM_PROBE_SPIKES 0
#define ARM_PROBE_SPIKES_SIZE 200

/* The version of this interface. It differs from ARM_ABI_VERSION if header and library do not
   belong together. */
ARM_API int32_t arm_abi_version(void);

/* A status in words. The text lives as long as the library. */
ARM_API const char *arm_status_text(int32_t status);

/* What failed last on the calling thread: which object of the model, and what to do. Writes as much
   of the UTF-8 text as fits, and a 0 after it; buffer may be NULL if capacity is 0. Gives the bytes
   of the whole text without the 0: 0 if nothing has failed. */
ARM_API size_t arm_last_error(char *buffer, size_t capacity);

/* Makes a model with its own seed. Nothing is built yet. Destroy it with arm_destroy. */
ARM_API int32_t arm_create(arm_model **model);

/* Makes a model with a seed, which is at least 0. */
ARM_API int32_t arm_create_seeded(int32_t seed, arm_model **model);

/* Ends a model. Its handle, and pointers into it, mean nothing from then on; using the handle again
   gives ARM_BAD_HANDLE. */
ARM_API int32_t arm_destroy(arm_model *model);

/* Samples the neurons and solves the decoders, which takes most of the time and memory there is to
   spend. The first step does it, if nobody has; steps allocate nothing once it is done, but for
   probes that keep all samples. */
ARM_API int32_t arm_build(arm_model *model);

/* Takes one step of ARM_DT seconds: reads the inputs, writes the outputs. */
ARM_API int32_t arm_step(arm_model *model);

/* Takes some steps, with the inputs as they are. */
ARM_API int32_t arm_run_steps(arm_model *model, int64_t steps);

/* Runs for some seconds, rounded to whole steps. */
ARM_API int32_t arm_run(arm_model *model, double seconds);

/* Rewinds neurons, synapses, learned weights, time and probes. What was built stays. */
ARM_API int32_t arm_reset(arm_model *model);

/* Gives the number of steps since the start. */
ARM_API int32_t arm_step_count(arm_model *model, int64_t *count);

/* Gives the simulated time in seconds. */
ARM_API int32_t arm_time(arm_model *model, double *seconds);

/* The name of an input; NULL if there is none of that number. */
ARM_API const char *arm_input_name(int32_t input);

/* The number of values of an input; -1 if there is none of that number. */
ARM_API int32_t arm_input_size(int32_t input);

/* Copies values into an input; count is its size. They stay until they are set anew; a number that
   is not finite fails the next step. */
ARM_API int32_t arm_set_input(arm_model *model, int32_t input, const double *values, size_t count);

/* Gives the address of an input's values, where a host can write without a copy. It holds until the
   model is destroyed. Builds the model. */
ARM_API int32_t arm_input_pointer(arm_model *model, int32_t input, double **values);

/* The name of an output; NULL if there is none of that number. */
ARM_API const char *arm_output_name(int32_t output);

/* The number of values of an output; -1 if there is none of that number. */
ARM_API int32_t arm_output_size(int32_t output);

/* Copies the newest values of an output; count is its size. */
ARM_API int32_t arm_get_output(arm_model *model, int32_t output, double *values, size_t count);

/* Gives the address of an output's values, which every step writes. It holds until the model is
   destroyed. Builds the model. */
ARM_API int32_t arm_output_pointer(arm_model *model, int32_t output, const double **values);

/* The name of a probe; NULL if there is none of that number. */
ARM_API const char *arm_probe_name(int32_t probe);

/* The number of values of a probe's sample; -1 if there is none of that number. */
ARM_API int32_t arm_probe_size(int32_t probe);

/* Gives the number of samples that a probe holds. */
ARM_API int32_t arm_probe_rows(arm_model *model, int32_t probe, size_t *rows);

/* Copies some samples of a probe, from the one numbered first on, one after the other; count is
   rows times the probe's size. Spikes are their height, and 0 where there is none. */
ARM_API int32_t arm_read_probe(arm_model *model, int32_t probe, size_t first, size_t rows, double *values, size_t count);

/* Forgets the samples that all probes hold. */
ARM_API int32_t arm_clear_probes(arm_model *model);

/* Gives the bytes that arm_save_state writes now. */
ARM_API int32_t arm_state_size(arm_model *model, size_t *size);

/* Saves all that a run remembers, to the last bit. capacity is at least arm_state_size. */
ARM_API int32_t arm_save_state(arm_model *model, void *buffer, size_t capacity, size_t *written);

/* Puts back a state that this model, another one or another process saved, with the same seed. One
   that is cut short, altered or of another model is ARM_STATE_REFUSED, and nothing has changed. */
ARM_API int32_t arm_restore_state(arm_model *model, const void *buffer, size_t size);

#ifdef __cplusplus
}
#endif

#endif
