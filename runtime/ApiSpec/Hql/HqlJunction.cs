namespace ApiSpec.Hql;

/// <summary>What joins the parts of a condition at its outermost level.</summary>
internal enum HqlJunction
{
    None,
    And,
    Or,
    Unknown,
}
