using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A row of a draft: a parameter or a member.</summary>
internal sealed class DraftRow(string name)
{
    public string Name { get; set; } = name;

    /// <summary>The part of the request in which the value is sent, from a column of the table, folded: <c>path</c>; empty: not stated.</summary>
    public string Place { get; set; } = "";

    /// <summary>The name or label of the object that it belongs to, from a column of the table; empty: not stated.</summary>
    public string Parent { get; set; } = "";

    /// <summary>Why it is not certain that the row is a member of the object around it; null: it is certain.</summary>
    public string? ObjectDoubt { get; set; }

    /// <summary>The labels in its row, which rows of its members show in that column.</summary>
    public IReadOnlyList<string> Labels { get; set; } = [];

    /// <summary>The type as a spec writes it, without remarks; null: an object or list with rows under it.</summary>
    public string? Type { get; set; }

    /// <summary>Whether the page prints a word for numbers of any kind, so that the value can be a whole number.</summary>
    public bool IsAnyNumber { get; set; }

    public bool IsOptional { get; set; }

    public bool IsPresenceUnknown { get; set; }

    /// <summary>Whether the page does not say if the row is required, so that the profile does.</summary>
    public bool HasDefaultPresence { get; set; }

    /// <summary>What the page states about it, which no row of a path shows; null: nothing.</summary>
    public Requirement? Stated { get; set; }

    /// <summary>What the column for required says, if it is more than yes or no; null: nothing.</summary>
    public string? PresenceText { get; set; }

    public bool IsNullable { get; set; }

    /// <summary>Whether a column of the page says that the value cannot be null.</summary>
    public bool IsNeverNull { get; set; }

    /// <summary>The number of nested lists around the rows under this one.</summary>
    public int Lists { get; set; }

    /// <summary>The number of items in brackets: <c>1..10</c>.</summary>
    public string ItemRange { get; set; } = "";

    public string? Range { get; set; }

    /// <summary>Remarks such as <c>filter</c> and <c>default 10</c>, in the order of the page.</summary>
    public List<string> Remarks { get; } = [];

    public string? Constant { get; set; }

    /// <summary>Other names of the row.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>The numbers that the page explains, with their meanings: <c>0</c> and <c>off</c>.</summary>
    public IReadOnlyList<(string Number, string Meaning)> Meanings { get; set; } = [];

    /// <summary>The operation that the value links to.</summary>
    public string? Link { get; set; }

    public string? Description { get; set; }

    public List<DraftRow> Children { get; } = [];

    /// <summary>Whether the page is cut off after the last child.</summary>
    public bool IsCutOff { get; set; }

    public Mark Mark { get; set; } = Mark.Printed;

    public List<PageLine> Lines { get; } = [];

    /// <summary>Whether the printed type allows members.</summary>
    public bool CanHaveMembers => Type is null or "object" or "any" or TypeParser.Unknown;

    /// <summary>Whether values that the page lists for the row can belong to an enum.</summary>
    public bool TakesValues => Type is "string" or TypeParser.Unknown or "enum ...";

    public bool HasChildren => Children.Count > 0 || IsCutOff;

    /// <summary>Whether the page prints words of the row as code.</summary>
    public bool IsCode(string text) => Lines.Exists(line => line.Codes.Contains(text));

    public void Doubt(Mark mark) => Mark = Mark.And(mark);

    /// <summary>Marks the rows under it, at all levels.</summary>
    public void DoubtMembers(Mark mark)
    {
        foreach (var child in Children)
        {
            child.Doubt(mark);
            child.DoubtMembers(mark);
        }
    }
}
