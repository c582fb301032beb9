using AotNeuro.Tests.Models;
using AotNeuro.Tests.State;

namespace AotNeuro.Tests.Baking;

/// <summary>A baked file that does not fit is refused with a reason, and so is what it does not hold.</summary>
public class BakingRefusalTests
{
    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        (Remembering model, byte[] file) = Baked();
        for (int bit = 0; bit < file.Length * 8; bit += 3)
        {
            byte[] flipped = [.. file];
            flipped[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.Throws<BuildException>(() => model.LoadBaked(flipped));
        }

        AssertUntouched(model);
    }

    [Fact]
    public void Every_cut_is_noticed()
    {
        (Remembering model, byte[] file) = Baked();
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Throws<BuildException>(() => model.LoadBaked(file.AsSpan(0, length)));
        }

        AssertUntouched(model);
        AssertRefused(model, file[..^3], $"Remembering: the baked file is cut short: {file.Length} bytes were saved, and here are {file.Length - 3}.");
        AssertRefused(model, [.. file, 0], $"Remembering: the baked file has 1 bytes too many after the {file.Length} that were saved.");
        AssertRefused(model, model.SaveState(), "Remembering: this is not a baked file that Bake has written.");
        AssertRefused(
            model,
            Changed(file, 9),
            "Remembering: the baked file has format version 257, and this version of AotNeuro reads 1. Bake the model again.");
        AssertRefused(model, Changed(file, file.Length / 2), "Remembering: the baked file was damaged or altered since it was saved: its checksum does not fit.");
    }

    [Fact]
    public void Another_models_file_is_refused()
    {
        (Remembering model, byte[] file) = Baked();
        AssertRefused(new PesModel(), file, "PesModel: the baked file is one of Remembering.");
        AssertRefused(
            new Remembering { Seed = 4 },
            file,
            "Remembering: the file was baked with the seed 3, and the model has 4. A baked model keeps its seed; bake one with the other.");
        AssertRefused(
            new Remembering { Seed = 3, TauRc = 0.5 },
            file,
            "Remembering: the file was baked with TauRc = 0.02, and the model has 0.5. A baked model keeps its values; bake one with the other.");
        AssertUntouched(model);
    }

    [Fact]
    public void What_a_baked_file_does_not_hold_says_so()
    {
        (Remembering model, byte[] file) = Baked();
        model.LoadBaked(file);
        const string Reason = "not there: Remembering was baked, and a baked file holds only what steps need. Ask a model that was built.";
        Assert.Equal($"The neurons of A are {Reason}", Assert.Throws<InvalidOperationException>(() => model.A.Gain.Length).Message);
        Assert.Equal($"The neurons of A are {Reason}", Assert.Throws<InvalidOperationException>(() => model.A.TuningCurves()).Message);
        Assert.Equal($"The neuron type of A is {Reason}", Assert.Throws<InvalidOperationException>(() => model.A.NeuronType).Message);
        Assert.Equal($"The decoders of WalkToA are {Reason}", Assert.Throws<InvalidOperationException>(() => model.WalkToA.IsDecoded).Message);
        Assert.Equal($"The decoders of WalkToA are {Reason}", Assert.Throws<InvalidOperationException>(() => model.WalkToA.SolverReport).Message);
        model.RunSteps(10);
    }

    [Fact]
    public void A_part_is_baked_with_the_whole()
    {
        var whole = new AllDefaults();
        Assert.Contains("is a part of", Assert.Throws<InvalidOperationException>(whole.Part.Bake).Message, StringComparison.Ordinal);
        byte[] file = whole.Bake();
        Assert.Contains("is a part of", Assert.Throws<InvalidOperationException>(() => whole.Part.LoadBaked(file)).Message, StringComparison.Ordinal);
    }

    private static (Remembering Model, byte[] File) Baked()
    {
        var model = new Remembering { Seed = 3 };
        byte[] file = model.Bake();
        model.RunSteps(7);
        return (model, file);
    }

    private static void AssertUntouched(Remembering model)
    {
        Assert.Equal(7, model.StepCount);
        Assert.NotEqual(0, model.A.Gain.Length);
        model.RunSteps(1);
        Assert.Equal(8, model.StepCount);
    }

    private static void AssertRefused(NeuralModel model, byte[] file, string message) =>
        Assert.Equal(message, Assert.Throws<BuildException>(() => model.LoadBaked(file)).Message);

    private static byte[] Changed(byte[] file, int place)
    {
        byte[] changed = [.. file];
        changed[place] ^= 1;
        return changed;
    }
}
