namespace ApiSpec.Hql;

/// <summary>A part of an HQL expression that is not a value.</summary>
internal interface IHqlPart
{
    /// <summary>The part, as it can be used within an expression.</summary>
    string Text { get; }
}
