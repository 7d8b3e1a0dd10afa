using System.Globalization;
using System.Text;

namespace ApiSpec.Generator.Binding;

/// <summary>Names of generated files. The compiler drops the whole generator when two are the same but for case, so one place hands them out.</summary>
internal sealed class HintNames(StepRecorder steps)
{
    // The name is a file name when generated files are written to disk, below a path that is long already.
    private const int MaxLength = 100;

    private readonly SharedTable<string, bool> _taken = new(steps, SharedTableKind.HintNames, StringComparer.OrdinalIgnoreCase, 2 * steps.Files);

    public string Allocate(string stem)
    {
        var safe = new StringBuilder(stem.Length);
        foreach (var c in stem)
            safe.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' ? c : '_');
        if (safe.Length > MaxLength)
        {
            var hash = Fnv1a(stem).ToString("x8", CultureInfo.InvariantCulture);
            safe.Length = MaxLength - hash.Length - 1;
            safe.Append('_').Append(hash);
        }

        var name = safe.ToString();
        for (var suffix = 2; _taken.Contains(name); suffix++)
            name = safe + "_" + suffix.ToString(CultureInfo.InvariantCulture);
        _taken.Set(name, true);
        return name + ".g.cs";
    }

    private static uint Fnv1a(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash;
    }
}
