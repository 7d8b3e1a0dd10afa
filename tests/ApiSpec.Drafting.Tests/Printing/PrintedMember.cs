namespace ApiSpec.Drafting.Tests.Printing;

/// <summary>A parameter or member, with the tables of other files included.</summary>
internal sealed class PrintedMember(string name)
{
    public string Name { get; } = name;

    /// <summary>The type of an item, as a spec writes it; empty if it has members.</summary>
    public string Type { get; set; } = "";

    public int Lists { get; set; }

    public string ItemRange { get; set; } = "";

    public bool IsNullable { get; set; }

    public bool IsOptional { get; set; }

    public bool IsPresenceUnknown { get; set; }

    public string? Range { get; set; }

    public string? Constant { get; set; }

    public string? Default { get; set; }

    public string? Since { get; set; }

    public List<string> Flags { get; } = [];

    public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>The form of a list in one string: <c>comma</c>.</summary>
    public string? Form { get; set; }

    public string? Description { get; set; }

    public List<PrintedMember> Children { get; } = [];

    public string Pointer { get; set; } = "";

    /// <summary>The member on one line, for comparison.</summary>
    public string Line
        => Name + (IsOptional && !IsPresenceUnknown ? "?" : "") + ": "
            + (Children.Count > 0 ? "object" : Values.Count > 0 ? "enum " + string.Join('|', Values) : Type)
            + string.Concat(Enumerable.Repeat("[]", Lists)) + (ItemRange.Length > 0 ? "[" + ItemRange + "]" : "") + (Form is null ? "" : " as " + Form)
            + (IsNullable ? " or null" : "")
            + (Range is null ? "" : " " + Range) + string.Concat(Flags.Select(static flag => " " + flag)) + (Constant is null ? "" : " always " + Constant)
            + (Default is null ? "" : " default " + Default)
            + (Since is null ? "" : " since " + Since) + (IsPresenceUnknown ? " required not stated" : "")
            + (Description is null ? "" : " - " + Description.TrimEnd('.'));
}
