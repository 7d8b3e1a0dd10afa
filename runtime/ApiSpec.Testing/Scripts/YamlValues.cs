using System.Text.RegularExpressions;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Testing.Scripts;

/// <summary>The JSON values of YAML: those of its JSON schema (YAML 1.2.2, 10.2), and anything else is a string.</summary>
internal static partial class YamlValues
{
    /// <summary>The value of a node, with its position in the file.</summary>
    public static JsonText Of(YamlNode node)
    {
        var value = node switch
        {
            YamlMapping mapping => OfMapping(mapping),
            YamlSequence sequence => OfSequence(sequence),
            _ => OfScalar((YamlScalar)node),
        };
        value.End = node.End;
        return value;
    }

    private static JsonText OfMapping(YamlMapping mapping)
    {
        var value = new JsonText(JsonTextKind.Object, mapping.Start);
        foreach (var entry in mapping.Entries)
            value.Add(new JsonMember(entry.Name, entry.Key.Start, entry.Key.End - entry.Key.Start, Of(entry.Value)));
        return value;
    }

    private static JsonText OfSequence(YamlSequence sequence)
    {
        var value = new JsonText(JsonTextKind.Array, sequence.Start);
        foreach (var item in sequence.Items)
            value.Add(Of(item));
        return value;
    }

    private static JsonText OfScalar(YamlScalar scalar)
    {
        var kind = scalar.Style != ScalarStyle.Plain ? JsonTextKind.String
            : scalar.IsMissing ? JsonTextKind.Null
            : scalar.Value switch
            {
                "true" => JsonTextKind.True,
                "false" => JsonTextKind.False,
                _ => Number().IsMatch(scalar.Value) ? JsonTextKind.Number : JsonTextKind.String,
            };
        return new JsonText(kind, scalar.Start) { Text = scalar.Value };
    }

    // RFC 8259, section 6.
    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
