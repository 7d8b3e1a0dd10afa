using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;
using ApiSpec.Xml;

namespace ApiSpec.Language.Reference;

/// <summary>Determines the JSON values of the elements and attributes of an XML body from the rows of the reference.</summary>
internal sealed class XmlShapes
{
    // The limit ends generic tables that name ever larger versions of themselves. No real reference has that many.
    private const int MaxTables = 2_000;

    private const string TextBody = "write a media type such as 'text/xml' as the body, and parse it in the program";

    private readonly bool _isRequest;
    private readonly TypeResolver _types;
    private readonly List<IReadOnlyList<XmlMember>> _tables = [];
    private readonly Dictionary<ValueForm, int> _known = new(ReferenceComparer<ValueForm>.Instance);
    private readonly List<XmlProblem> _problems = [];
    private int _openTable = -1;

    private XmlShapes(IApiReference api, bool isRequest) => (_types, _isRequest) = (new TypeResolver(api), isRequest);

    /// <summary>Returns the shape of a body.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="body">The body, with <c>same as</c> resolved.</param>
    /// <param name="isRequest">Whether the body is sent.</param>
    /// <param name="problems">The parts that XML cannot hold. If there are any, the body is not generated.</param>
    /// <returns>Null: the body is not a table, or not in XML.</returns>
    public static XmlShape? Of(IApiReference api, BodyDeclaration? body, bool isRequest, out EquatableArray<XmlProblem> problems)
    {
        problems = [];
        if (body is not { Format: BodyFormat.Xml, Kind: BodyKind.Members or BodyKind.Type } || body is { Type.IsUnread: true })
            return null;
        var shapes = new XmlShapes(api, isRequest);
        shapes.AddDocument(api, body);
        problems = shapes._problems.ToEquatableArray();
        return new XmlShape(shapes._tables);
    }

    private void AddDocument(IApiReference api, BodyDeclaration body)
    {
        if (BodyReference.TableOf(api, body) is not { } document)
        {
            _tables.Add([]);
            if (!_types.Resolve(body.Type!, TypeScope.Empty).IsAny)
            {
                _problems.Add(new XmlProblem(
                    body.Pointer, "An XML body without rows", "write one row for the root element, and its content under that row"));
            }

            return;
        }

        var rows = document.Rows;
        if (rows is not [{ IsRest: false } root])
        {
            _tables.Add([]);
            _problems.Add(new XmlProblem(
                rows.Count > 1 ? rows[1].Pointer : body.Pointer,
                "An XML body with several rows at the top",
                "write only the root element there, and the other rows under it"));
            return;
        }

        _tables.Add([]);
        var member = MemberOf(root, document.Scope);
        if (member is null)
            return;
        if (member.IsList || root.Name[0] is '@' or '#')
        {
            _problems.Add(new XmlProblem(
                root.Pointer, "An XML body whose root is a list, an attribute or plain text", "write the row of the root element above it"));
        }
        else
        {
            _tables[0] = [.. WithOtherNames(root, member)];
        }
    }

    private int TableOf(EquatableArray<RowDeclaration> rows, TypeScope scope, ValueForm form)
    {
        if (_known.TryGetValue(form, out var known))
            return known;
        var number = _tables.Count;
        _known.Add(form, number);
        _tables.Add([]);
        _tables[number] = [.. rows.Where(static row => !row.IsRest).SelectMany(row => MemberOf(row, scope) is { } member ? WithOtherNames(row, member) : [])];
        return number;
    }

    private IEnumerable<XmlMember> WithOtherNames(RowDeclaration row, XmlMember member)
    {
        foreach (var name in row.Aliases.Where(static name => !XmlNames.IsName(name)))
            RefuseName(row, name);
        return row.Aliases.Where(static name => XmlNames.IsName(name)).Select(member.Under).Prepend(member);
    }

    private XmlMember? RefuseName(RowDeclaration row, string name) => Refuse(row.Pointer, "'" + name + "', which is not a name in XML,", TextBody);

    private int MapOf(ValueForm map)
    {
        if (_known.TryGetValue(map, out var known))
            return known;
        var number = _tables.Count;
        _known.Add(map, number);
        _tables.Add([]);
        var value = MemberOf("*", "'map'", null, map.Type.Arguments[0], map.Rows, map.Scope, isRequired: false);
        _tables[number] = value is null ? [] : [value];
        return number;
    }

    // An object whose members the page does not show is still an object, even if it is empty.
    private int OpenTable()
    {
        if (_openTable < 0)
        {
            _openTable = _tables.Count;
            _tables.Add([]);
        }

        return _openTable;
    }

    private XmlMember? MemberOf(RowDeclaration row, TypeScope scope)
    {
        var isText = row.Name == XmlNames.Text;
        if (row.IsPattern)
            return Refuse(row.Pointer, "An XML element whose name the program chooses", "write 'map<...>', or " + TextBody.Substring("write ".Length));
        if (!isText && !XmlNames.IsName(row.Name))
            return RefuseName(row, row.Name);
        var member = MemberOf(row.Name, "'" + row.Name + "'", row.Pointer, row.Type, row.Members, scope, !Presence.MayBeAbsent(row, _isRequest));
        // A value that can only be one string is not free text.
        if (member?.Kind == XmlKind.Text && row.Constant is { } constant && constant.Trim() == constant)
            member = member with { Kind = XmlKind.Token };
        return member is not null && (isText || row.Name[0] == '@') && (member.IsList || member.Kind == XmlKind.Table)
            ? Refuse(
                row.Pointer, "An XML attribute or text that is more than one value", "write 'as comma' after the list if the server takes that, or 'string'")
            : member;
    }

    private XmlMember? MemberOf(
        string name, string shown, string? pointer, TypeReference type, EquatableArray<RowDeclaration>? rows, TypeScope scope, bool isRequired)
    {
        if (_tables.Count > MaxTables)
            return new XmlMember(name, XmlKind.Any);
        var forms = _types.Resolve(type, scope, rows);
        if (forms.IsAny)
        {
            return CoreOf(type).Kind == TypeKind.Any ? Refuse(pointer, "'any' in XML", "write the printed type, or 'unknown'")
                : new XmlMember(name, XmlKind.Any);
        }

        if (forms.Forms is not [var form])
            return Refuse(pointer, "One of several types in XML, as " + shown + " is", "write 'string', and describe the possible values");
        if (form.Kind == TypeKind.List)
        {
            var item = MemberOf(name, shown, pointer, form.Type.Arguments[0], form.Rows, form.Scope, isRequired: false);
            if (item is { IsList: true })
                return Refuse(pointer, "A list of lists in XML, as " + shown + " is", "write a row for the element of the inner list under it");
            return item is null ? null : item with { IsList = true, IsRequiredList = isRequired, IsNullableList = forms.IsNullable };
        }

        if (form.Kind == TypeKind.Tuple)
            return Refuse(pointer, "'object as array' in XML, as " + shown + " is,", "write rows with the names of the elements");
        var member = form.Kind switch
        {
            TypeKind.Object when form.Schema is not null || form.Rows is { Count: > 0 }
                => new XmlMember(name, XmlKind.Table, TableOf(form.Rows!, form.Scope, form)),
            TypeKind.Object => new XmlMember(name, XmlKind.Table, OpenTable()),
            TypeKind.Map => new XmlMember(name, XmlKind.Table, MapOf(form)),
            _ => new XmlMember(name, KindOf(form)),
        };
        return member with { EmptyIsNull = forms.IsNullable && !CanBeEmpty(form) };
    }

    // An empty element is a value, and not null, for strings, maps, and tables without required members.
    private bool CanBeEmpty(ValueForm form) => form.Kind switch
    {
        TypeKind.String or TypeKind.Url or TypeKind.Enum or TypeKind.Comma or TypeKind.Map => true,
        TypeKind.Object => form.Rows?.All(row => row.IsRest || Presence.MayBeAbsent(row, _isRequest)
            || _types.Resolve(row.Type, form.Scope, row.Members).Forms is [{ Kind: TypeKind.List }]) != false,
        _ => false,
    };

    // JSON has numbers and Booleans; everything else is a string there. White space around a value has no meaning, except in free text (XML Schema, part 2,
    // section 4.3.6).
    private static XmlKind KindOf(ValueForm form) => form.Kind switch
    {
        TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal or TypeKind.Epoch => XmlKind.Number,
        TypeKind.Boolean when form.Type.Words.Count == 0 => XmlKind.Boolean,
        TypeKind.Boolean when BooleanWords.AreNumbers(form.Type.Words, form.Type.AreWordsQuoted) => XmlKind.Number,
        TypeKind.String or TypeKind.Embedded => XmlKind.Text,
        TypeKind.Enum when form.Type.Values.Any(static value => value.Value.Trim() != value.Value) => XmlKind.Text,
        _ => XmlKind.Token,
    };

    private static TypeReference CoreOf(TypeReference type)
    {
        while (type.Kind is TypeKind.Nullable or TypeKind.List)
            type = type.Arguments[0];
        return type;
    }

    private XmlMember? Refuse(string? pointer, string what, string instead)
    {
        var problem = new XmlProblem(pointer, what, instead);
        if (!_problems.Contains(problem))
            _problems.Add(problem);
        return null;
    }
}

/// <summary>A part of a body that XML cannot hold.</summary>
/// <param name="Pointer">The row, in its file; null: the whole body.</param>
/// <param name="What">The description of that part.</param>
/// <param name="Instead">The alternative to write.</param>
internal sealed record XmlProblem(string? Pointer, string What, string Instead);
