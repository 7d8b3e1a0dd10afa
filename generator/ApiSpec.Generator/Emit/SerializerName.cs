using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the attribute with the JSON name of a property.</summary>
/// <remarks>
/// JsonSerializer uses the contract of a record and not the attribute. It is for tools that look at properties, such as generators of OpenAPI documents. With
/// the options that web applications have by default, they take the name of a property in camel case, so only other names need it. Without this exception, the
/// attribute would be a twentieth of the work of the compiler for a record.
/// </remarks>
internal static class SerializerName
{
    public static void Write(CodeWriter writer, string property, string wireName)
    {
        if (CamelCaseOf(property) != wireName)
            writer.Write($"[{JsonPropertyName}({SafeText.Literal(wireName)})]");
    }

    /// <summary>Returns the name that <c>JsonNamingPolicy.CamelCase</c> gives a property: capitals at its start become small, up to the next word.</summary>
    public static string CamelCaseOf(string property)
    {
        var name = property.ToCharArray();
        for (var i = 0; i < name.Length && char.IsUpper(name[i]); i++)
        {
            if (i > 0 && i + 1 < name.Length && !char.IsUpper(name[i + 1]))
                break;
            name[i] = char.ToLowerInvariant(name[i]);
        }

        return new string(name);
    }
}
