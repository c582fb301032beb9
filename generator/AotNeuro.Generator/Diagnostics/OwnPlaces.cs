using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>
/// Places in the class at hand. What is wrong inside a model that is a part is reported there; what is wrong inside a network of the library
/// comes from the arguments of the attributes that make it.
/// </summary>
internal static class OwnPlaces
{
    private static readonly string[] Objects = [Attributes.Node, Attributes.Ensemble, Attributes.Connection];

    /// <summary>The finding at a place in the class; null if it is another class's.</summary>
    public static Finding? Of(ModelSpec model, Finding finding)
    {
        Place place = finding.Place;
        int dot = place.Member?.IndexOf('.') ?? -1;
        if (dot < 0)
        {
            return finding;
        }

        string name = place.Member!.Substring(0, dot);
        PartSpec? network = model.Parts.FirstOrDefault(part => part.Member.Name == name && !part.IsModel);
        return network is null ? null : finding with { Place = In(network, place) };
    }

    private static Place In(PartSpec network, Place place)
    {
        if (place.Attribute is not null && !Objects.Contains(place.Attribute))
        {
            return place with { Member = network.Member.Name };
        }

        int output = ArrayOutputs.Of(network).ToList().FindIndex(item => item.Connection == place.Member || item.Node == place.Member);
        return output >= 0
            ? new(network.Member.Name, Attributes.ArrayOutput, place.Argument, output)
            : place with { Member = network.Member.Name, Attribute = network.Member.Roles[0], Kind = place.Attribute };
    }
}
