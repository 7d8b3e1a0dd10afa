using System.Globalization;
using System.Text;

namespace ApiSpec.Generator.Binding;

/// <summary>Names of generated files. The compiler drops the whole generator when two are the same but for case, so one place hands them out.</summary>
/// <param name="capacity">How many files there are likely to be.</param>
internal sealed class HintNames(int capacity)
{
    private const string Extension = ".g.cs";

    // The name is a file name when generated files are written to disk, below a path that is long already.
    private const int MaxLength = 100;

    // A set of .NET Standard 2.0 has no capacity.
    private readonly Dictionary<string, bool> _taken = new(capacity, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a file for which there is no other of that name. It depends on the stem alone.</summary>
    public static string Of(string stem)
    {
        var safe = new StringBuilder(stem.Length + Extension.Length);
        foreach (var c in stem)
            safe.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' ? c : '_');
        if (safe.Length > MaxLength)
        {
            var hash = Fnv1a(stem).ToString("x8", CultureInfo.InvariantCulture);
            safe.Length = MaxLength - hash.Length - 1;
            safe.Append('_').Append(hash);
        }

        return safe.Append(Extension).ToString();
    }

    /// <summary>Takes a name, or the name with a number if it is taken.</summary>
    public string Take(string name)
    {
        var free = name;
        for (var suffix = 2; _taken.ContainsKey(free); suffix++)
            free = name.Substring(0, name.Length - Extension.Length) + "_" + suffix.ToString(CultureInfo.InvariantCulture) + Extension;
        _taken.Add(free, true);
        return free;
    }

    private static uint Fnv1a(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash;
    }
}
