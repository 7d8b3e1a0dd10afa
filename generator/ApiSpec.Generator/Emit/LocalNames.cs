using System.Globalization;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Emit;

/// <summary>Creates the names of local variables and fields for properties. Each name is unique, and does not occur elsewhere in the generated code.</summary>
internal sealed class LocalNames(params string[] taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>Reserves the names of properties that start with an underscore, like fields.</summary>
    public LocalNames Beside(IEnumerable<string> properties)
    {
        foreach (var property in properties)
        {
            if (property[0] == '_')
                _taken.Add(property.Substring(1));
        }

        return this;
    }

    /// <summary>The local variable for a property.</summary>
    public string Take(string property)
    {
        var stem = CSharpName.Camel(property)!;
        var name = stem;
        for (var suffix = 2; !_taken.Add(name.TrimStart('@')); suffix++)
            name = stem.TrimStart('@') + suffix.ToString(CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>The field for a local variable.</summary>
    public static string Field(string local) => $"_{local.TrimStart('@')}";
}
