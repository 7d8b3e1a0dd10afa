using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads a scalar that is a type and nothing else.</summary>
internal static class TypeReader
{
    /// <summary>Returns the type; null after a diagnostic if the string is not a type.</summary>
    public static TypeReference? Read(ReadingContext context, YamlScalar scalar)
    {
        var parse = TypeParser.ParseAt(scalar.Value, 0);
        if (parse.Diagnostic is { } diagnostic)
            context.Report(diagnostic, scalar);
        if (parse.Type is null)
            return null;
        if (parse.IsOld)
            context.Report(SpecRules.OldForm, scalar, RowWriter.Write(parse.Type), "");
        var rest = scalar.Value.Substring(parse.End).Trim();
        if (rest.Length > 0)
        {
            var start = scalar.Value.IndexOf(rest, parse.End, StringComparison.Ordinal);
            context.Report(
                SpecRules.InvalidType,
                context.Text.SpanOf(scalar, start, rest.Length),
                "'" + rest + "' is not part of a type" + ForeignRowText.HintOfEnum(scalar.Value.Substring(0, parse.End)));
        }

        return parse.Type;
    }
}
