using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>
/// A decoding by weights that PES changes joins the loop over its neurons, where the error is known before they step: their outputs then live in registers,
/// and the weights are read and changed while the neurons' divisions take their time. The sums are those of whole blocks, so the neurons must fill theirs.
/// </summary>
internal static class FuseLearnedPopulations
{
    public static IReadOnlyList<Operator> Run(ModelSpec model, IReadOnlyList<Operator> operators)
    {
        IReadOnlyList<Operator> result = operators;
        foreach (PopulationOperator population in operators.OfType<PopulationOperator>().Where(population => HasRoom(model, population.Ensemble)))
        {
            LearnedDecodeOperator? learned = result.OfType<LearnedDecodeOperator>().FirstOrDefault(op =>
                op.Decode.Source.Id == population.Output?.Id && op.Decode.Target.Size <= Kernel.DenseColumns);
            if (learned is not null && !Dependence.Reaches(result, population.Sets.Concat(learned.Sets), learned.Learn.Error!))
            {
                result = Join(result, population, learned);
            }
        }

        return result;
    }

    /// <summary>One ensemble in double precision, which threads do not share, and whose last block is full.</summary>
    private static bool HasRoom(ModelSpec model, EnsembleSpec ensemble) =>
        !ensemble.IsArray
        && !model.IsSingle(ensemble)
        && ensemble.Neurons % Kernel.Width == 0
        && Pieces.OfEnsemble(ensemble, model.LanesOf(ensemble)) == 1;

    private static IReadOnlyList<Operator> Join(IReadOnlyList<Operator> operators, PopulationOperator population, LearnedDecodeOperator learned)
    {
        bool outputIsRead = operators.Any(op => op != learned && op.Reads.Concat(op.LateReads).Any(signal => signal.Id == population.Output!.Id));
        PopulationOperator joined = population with { Output = outputIsRead ? population.Output : null, Learned = learned };
        return operators.Where(op => op != learned).Select(op => op == population ? joined : op).ToArray();
    }
}
