using AotNeuro.Tests.Simulation;
using AotNeuro.Tests.State;

namespace AotNeuro.Tests.Baking;

/// <summary>A model that was baked runs with the bits of one that was built.</summary>
public class BakingTests
{
    private const int Steps = 150;

    [Theory]
    [MemberData(nameof(StateTests.Names), MemberType = typeof(StateTests))]
    public void A_baked_model_has_the_same_bits(string name)
    {
        NeuralModel built = StateTests.Create(name);
        NeuralModel baked = StateTests.Create(name);
        baked.Seed = built.Seed;

        // The second time from a file that a baked model has baked, after a run.
        byte[] file = built.Bake();
        for (int i = 0; i < 2; i++)
        {
            baked.LoadBaked(file);
            Assert.Equal(0, baked.StepCount);
            built.Reset();
            built.RunSteps(Steps);
            baked.RunSteps(Steps);
            AssertSame(built, baked);
            Assert.Equal(file, baked.Bake());
        }

        // A state belongs to both.
        byte[] state = built.SaveState();
        baked.Reset();
        baked.RestoreState(state);
        built.RunSteps(Steps);
        baked.RunSteps(Steps);
        Assert.Equal(built.SaveState(), baked.SaveState());
    }

    [Fact]
    public void A_change_builds_the_model_again()
    {
        var model = new Remembering { Seed = 3 };
        byte[] file = model.Bake();
        double[] gains = [.. model.A.Gain];
        model.LoadBaked(file);
        model.Seed = 4;
        Assert.NotEqual(gains, model.A.Gain.ToArray());
        model.Seed = 3;
        Assert.Equal(gains, model.A.Gain.ToArray());
        Assert.Equal(file, model.Bake());
    }

    private static void AssertSame(NeuralModel expected, NeuralModel actual)
    {
        foreach ((Probe wanted, Probe got) in expected.AllProbes.Zip(actual.AllProbes))
        {
            Assert.Equal(Bits.Of(wanted.Values), Bits.Of(got.Values));
        }

        Assert.Equal(expected.SaveState(), actual.SaveState());
    }
}
