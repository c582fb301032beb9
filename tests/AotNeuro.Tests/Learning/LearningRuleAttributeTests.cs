using System.Reflection;

namespace AotNeuro.Tests.Learning;

/// <summary>The attributes have Nengo's parameters with Nengo's defaults.</summary>
public sealed class LearningRuleAttributeTests
{
    [Fact]
    public void Defaults_are_nengos()
    {
        Assert.Equal((1e-4, 0.005), (new PESAttribute().LearningRate, new PESAttribute().PreSynapse));
        Assert.Equal((1e-3, 0.005), (new RLSAttribute().LearningRate, new RLSAttribute().PreSynapse));
        var bcm = new BCMAttribute();
        Assert.Equal((1e-9, 0.005, 0.005, 1.0), (bcm.LearningRate, bcm.PreSynapse, bcm.PostSynapse, bcm.ThetaSynapse));
        var oja = new OjaAttribute();
        Assert.Equal((1e-6, 0.005, 0.005, 1.0), (oja.LearningRate, oja.PreSynapse, oja.PostSynapse, oja.Beta));
        Assert.Equal((1e-2, 0.005), (new VojaAttribute().LearningRate, new VojaAttribute().PostSynapse));
    }

    [Fact]
    public void The_synapse_of_postsynaptic_activities_follows_the_other_until_it_is_set()
    {
        var rule = new BCMAttribute { PreSynapse = 0.02 };
        Assert.Equal(0.02, rule.PostSynapse);
        rule.PostSynapse = null;
        Assert.Null(rule.PostSynapse);
        Assert.Equal(0.02, rule.PreSynapse);
    }

    [Fact]
    public void A_connection_may_have_several_rules()
    {
        IEnumerable<LearningRuleAttribute> rules = typeof(LearningRuleAttributeTests)
            .GetMethod(nameof(Learned), BindingFlags.NonPublic | BindingFlags.Static)!
            .GetCustomAttributes<LearningRuleAttribute>();
        Assert.Equal([1e-4, 2e-4, 1e-2], rules.Select(rule => rule.LearningRate).Order());
    }

    [PES, PES(LearningRate = 2e-4), Voja(PostSynapse = null)]
    private static void Learned()
    {
    }
}
