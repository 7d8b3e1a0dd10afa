using System.Reflection.Metadata;

namespace ApiSpec.Tool.Roles;

/// <summary>Returns full names of types, with <c>+</c> before the name of a nested type.</summary>
internal static class TypeNames
{
    /// <summary>Returns the name of a type; empty for a constructed type, which has no name.</summary>
    /// <exception cref="BadImageFormatException">The type is nested too deeply, or in itself.</exception>
    public static string Of(MetadataReader reader, EntityHandle handle)
    {
        var name = "";
        for (var depth = 0; depth < MetadataLimits.MaxDepth; depth++)
        {
            var (own, space, outer) = handle.Kind switch
            {
                HandleKind.TypeDefinition => OfDefinition(reader, (TypeDefinitionHandle)handle),
                HandleKind.TypeReference => OfReference(reader, (TypeReferenceHandle)handle),
                _ => ("", default, default),
            };
            name = depth == 0 ? own : own + "+" + name;
            if (name.Length > MetadataLimits.LongestName)
                break;
            if (outer.IsNil)
                return space.IsNil ? name : reader.ReadName(space) + "." + name;
            handle = outer;
        }

        throw new BadImageFormatException("A type is nested too deeply, or its name is too long.");
    }

    private static (string Name, StringHandle Namespace, EntityHandle Outer) OfDefinition(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return (reader.ReadName(type.Name), type.Namespace, type.GetDeclaringType());
    }

    private static (string Name, StringHandle Namespace, EntityHandle Outer) OfReference(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return (reader.ReadName(type.Name), type.Namespace, type.ResolutionScope.Kind == HandleKind.TypeReference ? type.ResolutionScope : default);
    }
}
