namespace AotNeuro;

/// <summary>A neuron type whose rates several threads may ask for at once.</summary>
internal interface IPureRates
{
    /// <summary>About how many multiplications a rate takes.</summary>
    double RateWork => 100.0;
}
