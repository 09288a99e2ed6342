-- They are values of indicators, which their own module keeps by version.
drop table plan.external_value;
