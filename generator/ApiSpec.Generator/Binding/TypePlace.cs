namespace ApiSpec.Generator.Binding;

/// <summary>The place of rows, and the owner of the types that are generated for them.</summary>
/// <param name="Path">The spec file with the rows, for diagnostics.</param>
/// <param name="Owner">
/// The owner. It can be in another file: the rows of a parameter set are in the API file, and their types belong to the section that uses the set.
/// </param>
internal readonly record struct TypePlace(string Path, SourceOwner Owner)
{
    /// <summary>Returns the place of rows in the file of their owner.</summary>
    public static TypePlace Of(SourceOwner owner) => new(owner.Path, owner);
}
