using System.Globalization;
using System.Text;

namespace ApiSpec.Json;

/// <summary>Names for the schemas of types. Of two types with the same name, the second gets its full name.</summary>
internal sealed class SchemaNames
{
    private readonly Dictionary<string, object> _owners = new(StringComparer.Ordinal);

    /// <summary>Returns the name of a type.</summary>
    /// <param name="owner">What the name belongs to. The same owner gets the same name again.</param>
    /// <param name="wanted">The name to use unless it belongs to another owner.</param>
    /// <param name="type">The type, whose full name is used otherwise.</param>
    public string Take(object owner, string wanted, Type type)
    {
        if (TryTake(owner, wanted))
            return wanted;
        var name = Allowed(type.FullName ?? wanted);
        // The full names of two types in different assemblies can be the same.
        var unique = name;
        for (var number = 2; !TryTake(owner, unique); number++)
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    /// <summary>Returns the simple name of a type, in the characters that addresses allow.</summary>
    public static string Of(Type type) => Allowed(type.Name);

    private bool TryTake(object owner, string name)
    {
        if (_owners.TryGetValue(name, out var taken))
            return taken.Equals(owner);
        _owners.Add(name, owner);
        return true;
    }

    private static string Allowed(string name)
    {
        var allowed = new StringBuilder(name.Length);
        foreach (var c in name)
            allowed.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or '-' or '_' ? c : '_');
        return allowed.ToString();
    }
}
