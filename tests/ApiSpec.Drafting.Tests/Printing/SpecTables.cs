using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Tests.Printing;

/// <summary>Writes out the tables that a section names.</summary>
internal sealed class SpecTables(IEnumerable<SpecFile> files)
{
    private const int Deepest = 3;

    private readonly Dictionary<string, SchemaDeclaration> _schemas = files.SelectMany(static file => file.Schemas).DistinctBy(static schema => schema.Name)
        .ToDictionary(static schema => schema.Name);

    private readonly Dictionary<string, TypeReference> _aliases = files.SelectMany(static file => file.Api?.Types ?? []).DistinctBy(static alias => alias.Name)
        .ToDictionary(static alias => alias.Name, static alias => alias.Type);

    public List<PrintedMember> Of(IEnumerable<RowDeclaration> rows) => Of(rows, [], 0);

    /// <summary>The body as a member without a name.</summary>
    public PrintedMember? Of(BodyDeclaration? body, IEnumerable<MemberValue> values)
    {
        if (body is not { Kind: BodyKind.Members or BodyKind.Type })
            return null;
        var member = new PrintedMember("");
        if (body.Kind == BodyKind.Members)
            member.Children.AddRange(Of(body.Members));
        else
            Fill(member, body.Type!, [], [], 0);
        foreach (var value in values.Where(static value => value.Constant is not null))
        {
            if (member.Children.Find(child => child.Name == value.Name) is { } child)
                child.Constant = value.Constant;
        }

        if (body.Required.Count > 0)
            member.Children.ForEach(child => child.IsOptional = !body.Required.Contains(child.Name));
        return member.Children.Count == 0 && member.Type.Length == 0 ? null : member;
    }

    private List<PrintedMember> Of(IEnumerable<RowDeclaration> rows, Dictionary<string, TypeReference> arguments, int depth)
        => [.. rows.Where(static row => !row.IsRest && !row.IsPattern).Select(row => Of(row, arguments, depth))];

    private PrintedMember Of(RowDeclaration row, Dictionary<string, TypeReference> arguments, int depth)
    {
        var member = new PrintedMember(row.Name)
        {
            IsOptional = row.IsOptional, IsPresenceUnknown = row.IsPresenceUnknown, Constant = row.Constant, Default = row.Default,
            Description = row.Description, Since = row.Editions.Since, Pointer = row.Pointer,
        };
        Fill(member, row.Type, row.Members, arguments, depth);
        if (row.Range is { } range)
        {
            var text = range.Minimum + ".." + range.Maximum + (range.InBytes ? " bytes" : "");
            if (member.Lists > 0 || member.Form is not null)
                member.ItemRange = text;
            else
                member.Range = text;
        }

        if (row.Filter == FilterMark.Yes)
            member.Flags.Add("filter");
        if (row.IsReadOnly)
            member.Flags.Add("read-only");
        if (row.IsWriteOnly)
            member.Flags.Add("write-only");
        return member;
    }

    private void Fill(PrintedMember member, TypeReference type, IReadOnlyList<RowDeclaration> rows, Dictionary<string, TypeReference> arguments, int depth)
    {
        switch (type.Kind)
        {
            case TypeKind.Nullable:
                member.IsNullable = true;
                Fill(member, type.Arguments[0], rows, arguments, depth);
                break;
            case TypeKind.List:
                member.Lists++;
                if (type.Range is { } range && member.Lists == 1)
                    member.ItemRange = range.Minimum + ".." + range.Maximum;
                Fill(member, type.Arguments[0], rows, arguments, depth);
                break;
            case TypeKind.Comma or TypeKind.Space or TypeKind.Repeat or TypeKind.Pipe or TypeKind.Brackets:
                member.Form = WrittenForm.Of(type.Kind);
                Fill(member, type.Arguments[0], rows, arguments, depth);
                break;
            case TypeKind.Quoted:
                member.Form = "string";
                Fill(member, type.Arguments[0], rows, arguments, depth);
                break;
            case TypeKind.Enum:
                member.Values = [.. type.Values.Select(static value => value.Value)];
                member.Type = member.Values.Count == 0 ? "string" : "";
                break;
            case TypeKind.Named when arguments.TryGetValue(type.Name!, out var argument):
                Fill(member, argument, rows, arguments, depth);
                break;
            case TypeKind.Named when _aliases.TryGetValue(type.Name!, out var alias):
                Fill(member, alias, rows, arguments, depth);
                break;
            case TypeKind.Named when _schemas.TryGetValue(type.Name!, out var schema) && depth < Deepest:
                var inner = new Dictionary<string, TypeReference>();
                for (var i = 0; i < schema.TypeParameters.Count && i < type.Arguments.Count; i++)
                    inner[schema.TypeParameters[i]] = type.Arguments[i] is { Kind: TypeKind.Named, Name: { } name }
                        && arguments.TryGetValue(name, out var outer) ? outer : type.Arguments[i];
                if (schema.Type is { } other)
                    Fill(member, other, rows, inner, depth + 1);
                else
                    member.Children.AddRange(Of(schema.Members, inner, depth + 1));
                break;
            case TypeKind.Object when rows.Count > 0:
                member.Children.AddRange(Of(rows, arguments, depth + 1));
                break;
            case TypeKind.Union or TypeKind.Named:
                member.Type = "any";
                break;
            case TypeKind.Map:
                member.Type = "map<any>";
                break;
            default:
                member.Type = TypeParser.NameOf(type.Kind);
                break;
        }
    }
}
