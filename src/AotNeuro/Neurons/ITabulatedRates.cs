namespace AotNeuro;

/// <summary>A neuron type with measured rates that come faster where very many are asked for.</summary>
internal interface ITabulatedRates : IPureRates
{
    /// <summary>Prepares for many currents.</summary>
    /// <param name="highest">The highest current that is likely; others have rates too.</param>
    /// <param name="count">How many rates will be asked for.</param>
    /// <returns>A type with the same rates, bit by bit, that several threads may ask at once.</returns>
    INeuronType Tabulate(double highest, long count);
}
