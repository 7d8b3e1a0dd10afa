using System.Globalization;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Emit;

/// <summary>The names of local variables and fields that follow from properties: none twice, and none that the generated code has already.</summary>
internal sealed class LocalNames(params string[] taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>Keeps the fields apart from properties that begin like one.</summary>
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

    /// <summary>The field that goes with a local variable.</summary>
    public static string Field(string local) => $"_{local.TrimStart('@')}";
}
