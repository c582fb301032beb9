namespace AotNeuro.Generator.Emission;

/// <summary>A function of an exported model, as its header and its code both say it.</summary>
/// <param name="Name">Its name, after the prefix and an underscore.</param>
/// <param name="Result">The C type of its result.</param>
/// <param name="Parameters">Type and name of each parameter, as C writes them: <c>double *seconds</c>.</param>
/// <param name="Documentation">What it does, for the header.</param>
internal sealed record NativeFunction(string Name, string Result, string[] Parameters, string Documentation)
{
    private const string Model = "{0}_model *model";

    /// <summary>All functions, in the order of the header.</summary>
    public static readonly IReadOnlyList<NativeFunction> All =
    [
        new("abi_version", "int32_t", [], "The version of this interface. It differs from {1}_ABI_VERSION if header and library do not belong together."),
        new("status_text", "const char *", ["int32_t status"], "A status in words. The text lives as long as the library."),
        new("last_error", "size_t", ["char *buffer", "size_t capacity"],
            "What failed last on the calling thread: which object of the model, and what to do. Writes as much of the UTF-8 text as fits, and a 0 after it; "
            + "buffer may be NULL if capacity is 0. Gives the bytes of the whole text without the 0: 0 if nothing has failed."),
        new("create", "int32_t", ["{0}_model **model"], "Makes a model with its own seed. Nothing is built yet. Destroy it with {0}_destroy."),
        new("create_seeded", "int32_t", ["int32_t seed", "{0}_model **model"], "Makes a model with a seed, which is at least 0."),
        new("destroy", "int32_t", [Model], "Ends a model. Its handle, and pointers into it, mean nothing from then on; using the handle again gives {1}_BAD_HANDLE."),
        new("build", "int32_t", [Model],
            "Samples the neurons and solves the decoders, which takes most of the time and memory there is to spend. The first step does it, if nobody has; "
            + "steps allocate nothing once it is done, but for probes that keep all samples."),
        new("step", "int32_t", [Model], "Takes one step of {1}_DT seconds: reads the inputs, writes the outputs."),
        new("run_steps", "int32_t", [Model, "int64_t steps"], "Takes some steps, with the inputs as they are."),
        new("run", "int32_t", [Model, "double seconds"], "Runs for some seconds, rounded to whole steps."),
        new("reset", "int32_t", [Model], "Rewinds neurons, synapses, learned weights, time and probes. What was built stays."),
        new("step_count", "int32_t", [Model, "int64_t *count"], "Gives the number of steps since the start."),
        new("time", "int32_t", [Model, "double *seconds"], "Gives the simulated time in seconds."),
        new("input_name", "const char *", ["int32_t input"], "The name of an input; NULL if there is none of that number."),
        new("input_size", "int32_t", ["int32_t input"], "The number of values of an input; -1 if there is none of that number."),
        new("set_input", "int32_t", [Model, "int32_t input", "const double *values", "size_t count"],
            "Copies values into an input; count is its size. They stay until they are set anew; a number that is not finite fails the next step."),
        new("input_pointer", "int32_t", [Model, "int32_t input", "double **values"],
            "Gives the address of an input's values, where a host can write without a copy. It holds until the model is destroyed. Builds the model."),
        new("output_name", "const char *", ["int32_t output"], "The name of an output; NULL if there is none of that number."),
        new("output_size", "int32_t", ["int32_t output"], "The number of values of an output; -1 if there is none of that number."),
        new("get_output", "int32_t", [Model, "int32_t output", "double *values", "size_t count"], "Copies the newest values of an output; count is its size."),
        new("output_pointer", "int32_t", [Model, "int32_t output", "const double **values"],
            "Gives the address of an output's values, which every step writes. It holds until the model is destroyed. Builds the model."),
        new("probe_name", "const char *", ["int32_t probe"], "The name of a probe; NULL if there is none of that number."),
        new("probe_size", "int32_t", ["int32_t probe"], "The number of values of a probe's sample; -1 if there is none of that number."),
        new("probe_rows", "int32_t", [Model, "int32_t probe", "size_t *rows"], "Gives the number of samples that a probe holds."),
        new("read_probe", "int32_t", [Model, "int32_t probe", "size_t first", "size_t rows", "double *values", "size_t count"],
            "Copies some samples of a probe, from the one numbered first on, one after the other; count is rows times the probe's size. Spikes are their height, "
            + "and 0 where there is none."),
        new("clear_probes", "int32_t", [Model], "Forgets the samples that all probes hold."),
        new("state_size", "int32_t", [Model, "size_t *size"], "Gives the bytes that {0}_save_state writes now."),
        new("save_state", "int32_t", [Model, "void *buffer", "size_t capacity", "size_t *written"],
            "Saves all that a run remembers, to the last bit. capacity is at least {0}_state_size."),
        new("restore_state", "int32_t", [Model, "const void *buffer", "size_t size"],
            "Puts back a state that this model, another one or another process saved, with the same seed. One that is cut short, altered or of another model is "
            + "{1}_STATE_REFUSED, and nothing has changed."),
    ];

    /// <summary>The method that does it.</summary>
    public string Method => string.Concat(Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    /// <summary>Name and C# type of each parameter: addresses and sizes are numbers as wide as an address.</summary>
    public IEnumerable<(string Type, string Name)> ManagedParameters => Parameters.Select(parameter =>
    {
        int end = parameter.LastIndexOfAny([' ', '*']) + 1;
        return (Managed(parameter.Substring(0, end).Trim()), parameter.Substring(end));
    });

    public string ManagedResult => Managed(Result);

    private static string Managed(string type) => type switch
    {
        "int32_t" => "int",
        "int64_t" => "long",
        "double" => "double",
        _ => "nint",
    };
}
