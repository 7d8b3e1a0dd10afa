using System.Globalization;
using System.Text;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Names the schemas of a document. A generic schema has one name per use: <c>Page_Task</c>.</summary>
internal sealed class SchemaNames(ApiReference reference)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Returns a unique name, with the characters that OpenAPI allows.</summary>
    /// <param name="wanted">The wanted name.</param>
    public string Take(string wanted)
    {
        var allowed = new StringBuilder(wanted.Length);
        foreach (var c in wanted)
            allowed.Append(char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_');
        var name = allowed.ToString();
        for (var number = 2; !_taken.Add(name); number++)
            name = allowed + number.ToString(CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>Returns the name of a use of a schema. Uses with the same arguments have the same name.</summary>
    public string Of(SchemaDeclaration schema, TypeReference use, TypeScope scope)
    {
        var text = TextOf(schema, use, scope);
        if (!_texts.TryGetValue(text, out var name))
            _texts.Add(text, name = Take(text));
        return name;
    }

    private string TextOf(SchemaDeclaration schema, TypeReference use, TypeScope scope)
        => schema.TypeParameters.Count == 0 ? schema.Name : string.Join("_", use.Arguments.Select(argument => TextOf(argument, scope)).Prepend(schema.Name));

    private string TextOf(TypeReference type, TypeScope scope)
    {
        if (type.Kind == TypeKind.Named && scope.Find(type.Name!) is { } argument)
            return TextOf(argument.Type, argument.Scope);
        if (type.Kind == TypeKind.Named)
            return reference.FindSchema(type.Name!) is { } schema ? TextOf(schema, type, scope) : type.Name!;
        var inner = type.Arguments.Select(part => TextOf(part, scope)).ToList();
        return type.Kind switch
        {
            TypeKind.List => inner[0] + "List",
            TypeKind.Map => inner[0] + "Map",
            TypeKind.Nullable => "Nullable" + inner[0],
            TypeKind.Union => string.Join("Or", inner),
            TypeKind.Enum => string.Join("_", type.Values.Select(static value => value.Value)),
            _ => inner.Count == 0 ? TypeParser.NameOf(type.Kind) : string.Join("_", inner.Prepend(type.Kind.ToString())),
        };
    }
}
