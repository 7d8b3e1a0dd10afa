using System.Globalization;
using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Diagnostics;

/// <summary>A diagnostic at its position in a spec file. It compares by value, so that it can pass through the pipeline.</summary>
internal sealed record SpecDiagnostic(SpecRule Rule, SpecSpan Span, EquatableArray<string> Arguments)
{
    /// <summary>The formatted message of the rule.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);
}
