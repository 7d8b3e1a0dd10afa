namespace ApiSpec.Wire.Tests.Matrix;

/// <summary>The place of a row.</summary>
internal enum CellPlace
{
    Path,
    Query,
    Header,
    FormPart,
    MultipartPart,
    BodyMember,
    XmlElement,
    XmlAttribute,
    ResponseHeader,
    ResponseMember,
    ResponseElement,
    ResponseAttribute,
}

/// <summary>The remark of a row after its type.</summary>
internal enum CellKind
{
    Plain,
    Optional,
    Nullable,
    OptionalNullable,
    Constant,
    Default,
    Secret,
}

/// <summary>One row: a place, a type and a remark.</summary>
internal sealed record Cell(CellPlace Place, CellType Type, CellKind Kind, string Stem)
{
    /// <summary>The name of the row.</summary>
    public string Name => Place is CellPlace.Header or CellPlace.ResponseHeader ? "X-" + Stem
        : Place is CellPlace.XmlAttribute or CellPlace.ResponseAttribute ? "@" + Stem : Stem;

    /// <summary>The name of the parameter or part as sent.</summary>
    public string SentName => Name + (Type.HasBrackets ? "[]" : "");

    /// <summary>Whether the row belongs to an XML body.</summary>
    public bool IsXml => Place is CellPlace.XmlElement or CellPlace.XmlAttribute or CellPlace.ResponseElement or CellPlace.ResponseAttribute;

    /// <summary>Whether the value is JSON in a form, and not plain text.</summary>
    public bool IsJsonText => Kind != CellKind.Constant && !Type.IsEmbedded
        && (Type.Spec is "map<string>" or "string | int" or "(string | int)[]" or "AUnion" or "SUnion" or "(epoch | (boolean as on|off))[]"
            || Type.Spec.Contains("Table", StringComparison.Ordinal));

    public bool IsOptional => Kind is CellKind.Optional or CellKind.OptionalNullable;

    /// <summary>The lines of the row, each without its indentation.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            var name = Name + (IsOptional ? "?" : "");
            name = (name[0] == '@' ? "\"" + name + "\"" : name) + ": ";
            var type = Type.Spec;
            switch (Kind)
            {
                case CellKind.Nullable or CellKind.OptionalNullable:
                    yield return name + type + " or null";
                    break;
                case CellKind.Constant:
                    yield return name + type + " always " + Type.Constant;
                    break;
                case CellKind.Secret:
                    yield return name + type + " secret";
                    break;
                case CellKind.Default:
                    yield return name + type + " default \"" + Type.Constant + "\"";
                    break;
                default:
                    yield return name + type;
                    break;
            }
        }
    }

    public override string ToString() => Place + ": " + string.Join(" / ", Lines.Select(static line => line.Trim()));
}
