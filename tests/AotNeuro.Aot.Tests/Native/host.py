# Steps the library of samples/c-host by ctypes, and prints the position as C does.
import ctypes
import sys

arm = ctypes.CDLL(sys.argv[1])
arm.arm_run_steps.argtypes = [ctypes.c_void_p, ctypes.c_int64]
model = ctypes.c_void_p()
assert arm.arm_abi_version() == 1
assert arm.arm_create(ctypes.byref(model)) == 0
assert arm.arm_set_input(model, 0, (ctypes.c_double * 2)(1.0, -0.5), ctypes.c_size_t(2)) == 0
assert arm.arm_run_steps(model, 500) == 0
position = (ctypes.c_double * 2)()
assert arm.arm_get_output(model, 0, position, ctypes.c_size_t(2)) == 0
assert arm.arm_destroy(model) == 0
assert arm.arm_destroy(model) == -1
print(f"moved to    ({position[0]:+.17g}, {position[1]:+.17g})")
