using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Simulation;

/// <summary>What the exported functions do in a process of .NET, where many models and threads are cheap. C itself is tried in the AOT tests.</summary>
public sealed unsafe class NativeExportTests
{
    private const int BadHandle = -1;
    private const int BadArgument = -2;
    private const int Busy = -3;
    private const int OutOfMemory = -7;
    private const int Failed = -8;

    private readonly NativeExport _export = new(static () => new Hosted());

    [Fact]
    public void Handle_is_never_that_of_another_model()
    {
        var seen = new HashSet<nint>();
        for (int i = 0; i < 10_000; i++)
        {
            nint model = Create(_export);
            Assert.True(model > 0);
            Assert.True(seen.Add(model));
            Assert.Equal(0, _export.Destroy(model));
            Assert.Equal(BadHandle, _export.Step(model));
        }
    }

    [Fact]
    public void Handle_of_another_kind_of_model_is_refused()
    {
        nint model = Create(_export);
        Assert.Equal(BadHandle, new NativeExport(static () => new Hosted()).Step(model));
        Assert.Equal("The model is null, or not a model of this kind.", LastError());
        Assert.Equal(0, _export.Destroy(model));
    }

    [Fact]
    public void Models_come_to_an_end_and_there_is_room_again_when_one_is_destroyed()
    {
        var models = new List<nint>();
        nint model;
        int status;
        while ((status = _export.Create((nint)(&model))) == 0)
        {
            models.Add(model);
        }

        Assert.Equal((OutOfMemory, 4096, "There are too many models; destroy some."), (status, models.Count, LastError()));
        Assert.Equal(0, model);
        Assert.Equal(0, _export.Destroy(models[1234]));
        Assert.NotEqual(models[1234], Create(_export));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_calls_do_not_use_one_model_at_a_time(bool elsewhere)
    {
        NativeExport? export = null;
        nint model = 0;
        int inside = 0;
        void StepAgain() => inside = export!.Step(model);
        export = new(() => new Hosted { WhenStepped = elsewhere ? () => Task.Run(StepAgain).Wait() : StepAgain });
        model = Create(export);
        Assert.Equal(0, export.Step(model));
        Assert.Equal(Busy, inside);
        Assert.Equal(0, export.Step(model));
        Assert.Equal(0, export.Destroy(model));
    }

    [Fact]
    public void Exception_of_the_models_own_code_becomes_a_status()
    {
        var export = new NativeExport(static () => new Hosted { WhenStepped = static () => throw new NotSupportedException("no such sensor") });
        nint model = Create(export);
        Assert.Equal(Failed, export.Step(model));
        Assert.Equal("NotSupportedException: no such sensor", LastError());
        Assert.Equal(0, export.Destroy(model));

        nint none = 1;
        Assert.Equal(Failed, new NativeExport(static () => throw new NotSupportedException("no model")).Create((nint)(&none)));
        Assert.Equal(0, none);
    }

    [Fact]
    public void Last_error_is_the_threads_own_and_is_cut_between_characters()
    {
        var export = new NativeExport(static () => throw new InvalidOperationException("0123456789µ"));
        nint none;
        Assert.Equal(Failed, export.Create((nint)(&none)));
        byte* buffer = stackalloc byte[16];
        buffer[12] = 77;
        Assert.Equal(12, NativeExport.LastError((nint)buffer, 12));
        Assert.Equal("0123456789", System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)buffer));
        Assert.Equal(77, buffer[12]);
        nint length = -1;
        var thread = new Thread(() => length = NativeExport.LastError(0, 0));
        thread.Start();
        thread.Join();
        Assert.Equal(0, length);
    }

    [Fact]
    public void Step_allocates_nothing()
    {
        nint model = Create(_export);
        _export.Step(model);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            _export.Step(model);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, _export.Destroy(model));
    }

    [Theory]
    [InlineData(1, BadHandle, "the model is null, destroyed, or not a model of this kind")]
    [InlineData(2, BadArgument, "an argument is null, out of range or of the wrong size")]
    [InlineData(9, 0, "ok")]
    [InlineData(9, 1, "not a status")]
    [InlineData(9, -9, "not a status")]
    public void Status_in_words(int seed, int status, string text)
    {
        Assert.Equal(text, System.Runtime.InteropServices.Marshal.PtrToStringUTF8(NativeExport.StatusText(status)));
        nint model;
        Assert.Equal(0, _export.CreateSeeded(seed, (nint)(&model)));
        Assert.Equal(0, _export.Destroy(model));
    }

    private static nint Create(NativeExport export)
    {
        nint model;
        Assert.Equal(0, export.Create((nint)(&model)));
        return model;
    }

    private static string LastError()
    {
        byte* buffer = stackalloc byte[256];
        NativeExport.LastError((nint)buffer, 256);
        return System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)buffer)!;
    }
}

/// <summary>A model whose node calls back.</summary>
[NeuralModel(Seed = 1)]
public partial class Hosted
{
    /// <summary>What a step does to the host.</summary>
    public Action? WhenStepped { get; set; }

    [Ensemble(neurons: 8, dimensions: 1)]
    public partial Ensemble A { get; }

    [Node]
    private double Call(double t)
    {
        WhenStepped?.Invoke();
        return t;
    }

    [Connection(nameof(Call), nameof(A))]
    public partial Connection CallToA { get; }
}
