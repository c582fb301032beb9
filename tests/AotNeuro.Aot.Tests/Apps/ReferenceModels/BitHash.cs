namespace AotNeuro.Aot.Tests.ReferenceModels;

/// <summary>The 64-bit FNV-1a hash of numbers, over the bytes of their bits from the lowest: also -0 and 0 differ.</summary>
internal static class BitHash
{
    public static ulong Of(ReadOnlySpan<double> values)
    {
        ulong hash = 14695981039346656037;
        foreach (double value in values)
        {
            ulong bits = BitConverter.DoubleToUInt64Bits(value);
            for (int i = 0; i < sizeof(double); i++)
            {
                hash = (hash ^ (bits & 0xff)) * 1099511628211;
                bits >>= 8;
            }
        }

        return hash;
    }
}
