using System.Globalization;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Parsing;

namespace ApiSpec.Testing.Loading;

/// <summary>Collects the mistakes of all files, in the form in which compilers print them.</summary>
internal sealed class SpecMistakes
{
    private readonly List<string> _lines = [];

    public void AddErrors(string fileName, ParsedSpec parsed)
    {
        foreach (var diagnostic in parsed.Diagnostics)
        {
            if (diagnostic.Rule.Severity == SpecSeverity.Error)
                Add(fileName, diagnostic.Rule, diagnostic.Span, [.. diagnostic.Arguments]);
        }
    }

    public void Add(string fileName, ParsedSpec parsed, string pointer, SpecRule rule, params object[] arguments)
        => Add(fileName, rule, parsed.Locations.Entries.FirstOrDefault(entry => entry.Pointer == pointer).Span, arguments);

    public void ThrowIfAny()
    {
        if (_lines.Count > 0)
            throw new InvalidSpecException(_lines);
    }

    private void Add(string fileName, SpecRule rule, SpecSpan span, object[] arguments) => _lines.Add(string.Create(
        CultureInfo.InvariantCulture,
        $"{fileName}({span.StartLine + 1},{span.StartColumn + 1}): error {rule.Id}: {string.Format(CultureInfo.InvariantCulture, rule.MessageFormat, arguments)}"));
}
