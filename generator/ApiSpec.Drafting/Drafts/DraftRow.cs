using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A row of a draft: a parameter or a member.</summary>
internal sealed class DraftRow(string name)
{
    public string Name { get; set; } = name;

    /// <summary>Where a column says that the value is sent, folded: <c>path</c>; empty: the table does not say it.</summary>
    public string Place { get; init; } = "";

    /// <summary>The type as a spec writes it, without remarks; null: an object or list whose rows are below it.</summary>
    public string? Type { get; set; }

    public bool IsOptional { get; set; }

    public bool IsPresenceUnknown { get; set; }

    public bool IsNullable { get; set; }

    /// <summary>How many dimensions of lists there are around the rows below.</summary>
    public int Lists { get; set; }

    /// <summary>The number of items in brackets: <c>1..10</c>.</summary>
    public string ItemRange { get; set; } = "";

    public string? Range { get; set; }

    /// <summary>Remarks such as <c>filter</c> and <c>default 10</c>, in the order of the page.</summary>
    public List<string> Remarks { get; } = [];

    public string? Constant { get; set; }

    /// <summary>The operation that the value leads to.</summary>
    public string? Link { get; set; }

    public string? Description { get; set; }

    public List<DraftRow> Children { get; } = [];

    /// <summary>The page is cut off behind the last of the children.</summary>
    public bool IsCutOff { get; set; }

    public Mark Mark { get; set; } = Mark.Printed;

    public List<PageLine> Lines { get; } = [];

    public bool HasChildren => Children.Count > 0 || IsCutOff;

    public void Doubt(Mark mark) => Mark = Mark.And(mark);
}
