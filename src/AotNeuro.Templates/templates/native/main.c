/* Steps the model as a host would.
 *
 *     dotnet publish -c Release -o out
 *     cc main.c -Iout -Lout -l:NeuralLibrary.so -Wl,-rpath,'$ORIGIN' -o out/host && out/host
 */
#include "neurallibrary.h"

#include <stdio.h>

int main(void)
{
    neurallibrary_model *model;
    double *speed;
    const double *place;
    char error[512];

    if (neurallibrary_create(&model) != NEURALLIBRARY_OK
        || neurallibrary_input_pointer(model, NEURALLIBRARY_INPUT_SPEED, &speed) != NEURALLIBRARY_OK
        || neurallibrary_output_pointer(model, NEURALLIBRARY_OUTPUT_PLACE, &place) != NEURALLIBRARY_OK) {
        neurallibrary_last_error(error, sizeof error);
        fprintf(stderr, "%s\n", error);
        return 1;
    }
    for (int step = 0; step < 1000; step++) {
        speed[0] = step < 500 ? 1.0 : 0.0;
        if (neurallibrary_step(model) != NEURALLIBRARY_OK) {
            return 1;
        }
    }
    printf("After 1 s the neurons say %.2f.\n", place[0]);
    neurallibrary_destroy(model);
    return 0;
}
