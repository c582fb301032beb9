using AotNeuro.Tests.Models;
using AotNeuro.Tests.Simulation;

namespace AotNeuro.Tests.State;

/// <summary>What does not fit is refused with a reason, and the model stays as it was.</summary>
public class StateRefusalTests
{
    private const int VersionPlace = 8;

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        (Counter model, byte[] state) = Saved();
        for (int bit = 0; bit < state.Length * 8; bit++)
        {
            byte[] flipped = [.. state];
            flipped[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.Throws<StateException>(() => model.RestoreState(flipped));
            Assert.Throws<StateException>(() => model.RestoreState(new MemoryStream(flipped)));
        }

        AssertUntouched(model);
    }

    [Fact]
    public void Every_cut_is_noticed()
    {
        (Counter model, byte[] state) = Saved();
        for (int length = 0; length < state.Length; length++)
        {
            byte[] cut = state[..length];
            Assert.Throws<StateException>(() => model.RestoreState(cut));
            Assert.Throws<StateException>(() => model.RestoreState(new MemoryStream(cut)));
        }

        AssertUntouched(model);
        AssertRefused(model, state[..^3], $"Counter: the state is cut short: {state.Length} bytes were saved, and here are {state.Length - 3}.");
        AssertRefused(model, state[..15], "Counter: the state is cut short: it has no more than 15 bytes.");
        AssertRefused(model, [.. state, 0, 0], $"Counter: the state has 2 bytes too many after the {state.Length} that were saved.");
    }

    [Fact]
    public void Damage_is_told_from_a_foreign_file_and_another_version()
    {
        (Counter model, byte[] state) = Saved();
        const string Damaged = "Counter: the state was damaged or altered since it was saved: ";
        AssertRefused(model, Changed(state, state.Length / 2), Damaged + "its checksum does not fit.");
        AssertRefused(model, Changed(state, 18), Damaged + $"it says that it has {state.Length + (1L << 48)} bytes.");
        AssertRefused(model, Changed(state, 0), "Counter: this is not a state that SaveState has written.");
        AssertRefused(model, [], "Counter: this is not a state that SaveState has written.");
        AssertRefused(
            model,
            Changed(state, VersionPlace + 1),
            "Counter: the state has format version 257, and this version of AotNeuro reads 1. Restore it with the version that saved it.");
        AssertUntouched(model);
    }

    [Fact]
    public void Another_models_state_is_refused()
    {
        (Counter model, _) = Saved();
        AssertRefused(model, new PesModel().SaveState(), "Counter: the state is one of PesModel.");
        AssertUntouched(model);
    }

    [Fact]
    public void Another_seed_or_tunable_value_is_refused_and_the_text_says_what_to_set()
    {
        var saved = new Remembering { Seed = 7, TauRc = 0.03 };
        byte[] state = saved.SaveState();
        var model = new Remembering { Seed = 8 };
        AssertRefused(
            model, state, "Remembering: the state was saved with the seed 7, and the model has 8. Set Seed = 7 before RestoreState.");
        model.Seed = 7;
        AssertRefused(
            model,
            state,
            "Remembering: the state was saved with TauRc = 0.03, and the model has 0.02. Set TauRc = 0.03 before RestoreState.");
        model.TauRc = 0.03;
        model.RestoreState(state);
    }

    [Fact]
    public void A_model_built_from_other_values_is_refused()
    {
        SolverModel saved = SolverModel.With(new LstsqL2(0.1));
        SolverModel model = SolverModel.With(new LstsqL2(0.2));
        string text = Assert.Throws<StateException>(() => model.RestoreState(saved.SaveState())).Message;
        Assert.StartsWith("SolverModel: the state was saved with other neurons, decoders or initial values, though the seed is the same: ", text);
    }

    [Fact]
    public void What_hides_its_memory_is_named()
    {
        const string Advice = " does not say what it remembers, so the model cannot be saved. "
            + "Override VisitState; leave the body empty if it remembers nothing.";
        var process = Assert.Throws<StateException>(() => new Secretive().SaveState());
        Assert.Equal("Walk: its process's HidingStep" + Advice, process.Message);
        Assert.Equal("Walk", process.ObjectName);
        var synapse = Assert.Throws<StateException>(() => new SecretiveSynapse().SaveState());
        Assert.Equal("Delayed: its synapse's Passing" + Advice, synapse.Message);
    }

    [Fact]
    public void An_object_that_fails_midway_leaves_all_as_it_was()
    {
        var model = new Stubborn();
        model.RunSteps(5);
        byte[] state = model.SaveState();
        model.RunSteps(2);
        Assert.Equal("not five", Assert.Throws<InvalidOperationException>(() => model.RestoreState(state)).Message);
        Assert.Equal((7L, 7), (model.StepCount, model.Walked.Count));
        model.Step();
        Assert.Equal(7.0, model.Walked.Last[0]);
    }

    [Fact]
    public void Parts_and_running_models_refuse()
    {
        var whole = new Between();
        NeuralModel part = whole.Inner;
        Assert.Contains("is a part of", Assert.Throws<InvalidOperationException>(() => part.SaveState()).Message);
        Assert.Contains("is a part of", Assert.Throws<InvalidOperationException>(() => part.RestoreState([])).Message);

        var model = new Scripted();
        model.Script = _ => model.SaveState().Length;
        Assert.Equal(
            "Scripted is running. Its functions and sinks cannot run, reset or rebuild it.",
            Assert.Throws<InvalidOperationException>(model.Step).Message);
    }

    /// <summary>A model at step 6 and a state of step 4.</summary>
    private static (Counter Model, byte[] State) Saved()
    {
        var model = new Counter();
        model.RunSteps(4);
        byte[] state = model.SaveState();
        model.RunSteps(2);
        return (model, state);
    }

    private static void AssertUntouched(Counter model)
    {
        model.RunSteps(2);
        Assert.Equal([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], model.Steps.Values.ToArray());
        Assert.Equal([3.0, 5.0, 8.0], model.Sampled.Values.ToArray());
    }

    private static byte[] Changed(byte[] state, int place)
    {
        byte[] changed = [.. state];
        changed[place] ^= 1;
        return changed;
    }

    private static void AssertRefused(NeuralModel model, byte[] state, string message) =>
        Assert.Equal(message, Assert.Throws<StateException>(() => model.RestoreState(state)).Message);
}
