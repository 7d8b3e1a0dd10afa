using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Parsing;

/// <summary>The key of a row: a name on the wire, and the marks behind it.</summary>
internal readonly record struct RowName(string Name, bool IsOptional, bool IsList)
{
    public static RowName Parse(string key)
    {
        var isOptional = false;
        var isList = false;
        while (true)
        {
            if (!isOptional && key.EndsWith("?", StringComparison.Ordinal))
            {
                isOptional = true;
                key = key.Substring(0, key.Length - 1);
            }
            else if (!isList && key.EndsWith("[]", StringComparison.Ordinal))
            {
                isList = true;
                key = key.Substring(0, key.Length - 2);
            }
            else
            {
                return new RowName(key, isOptional, isList);
            }
        }
    }

    public TypeReference Wrap(TypeReference type)
        => IsList ? new TypeReference { Kind = TypeKind.List, Arguments = [type], Start = type.Start, Length = type.Length } : type;
}
