using System.Globalization;
using System.Text;

namespace ApiSpec.Generator.Binding;

/// <summary>Names of generated files. The compiler drops the output of the whole generator if two names differ only in case, so this class makes them
/// unique.</summary>
/// <param name="capacity">The expected number of files.</param>
internal sealed class HintNames(int capacity)
{
    private const string Extension = ".g.cs";

    // The name becomes a file name when generated files are written to disk, in a path that is already long.
    private const int MaxLength = 100;

    // HashSet has no capacity in .NET Standard 2.0.
    private readonly Dictionary<string, bool> _taken = new(capacity, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the name of a file, before it is made unique. It depends only on the stem.</summary>
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

    /// <summary>Reserves a name, and returns it with a number if it is already taken.</summary>
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
