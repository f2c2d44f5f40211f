/** Data that `/data` returns for every completed job, without id and PAN. Amounts are in rupees and consistent per year. */
export const simulatedData = {
  name: 'SAMPLE TAXPAYER',
  filing_status: 'Filed',
  itr_records: [
    {
      assessment_year: '2024-25',
      itr_type: 'ITR-1',
      filing_date: '2024-07-21',
      acknowledgement_number: '123456789210724',
      gross_total_income: 950_000,
      total_deductions: 200_000,
      net_taxable_income: 750_000,
      tax_payable: 65_000,
      tds_amount: 65_000,
    },
    {
      assessment_year: '2023-24',
      itr_type: 'ITR-1',
      filing_date: '2023-07-18',
      acknowledgement_number: '987654321180723',
      gross_total_income: 820_000,
      total_deductions: 200_000,
      net_taxable_income: 620_000,
      tax_payable: 37_960,
      tds_amount: 40_000,
    },
  ],
}
